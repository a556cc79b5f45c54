import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { HouseModule, serve } from '@risk/assembly';
import { ClockModule } from './clock.module.js';

await serve('risk-clock', async (house) => {
  const app = await NestFactory.createApplicationContext(HouseModule.around(house, ClockModule), {
    logger: false,
    abortOnError: false,
  });
  process.stdout.write('ready clock\n');
  return { stop: () => app.close() };
});
