import 'reflect-metadata';
import { HouseModule, serve } from '@risk/assembly';
import { ApiModule } from './api.module.js';
import { startApi } from './start-api.js';

await serve('risk-api', async (house) => {
  const { app, url } = await startApi(HouseModule.around(house, ApiModule), house, house.log);
  process.stdout.write(`ready ${url}\n`);
  return { stop: () => app.close() };
});
