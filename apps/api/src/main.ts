import 'reflect-metadata';
import { HouseModule, serve } from '@risk/assembly';
import { ApiModule } from './api.module.js';
import { startApi } from './start-api.js';

await serve('risk-api', async (house) => {
  const { close, url, publicUrl } = await startApi(
    HouseModule.around(house, ApiModule),
    house,
    house.log,
  );
  process.stdout.write(`ready ${url}\n`);
  const code = await house.access.first.wanted();
  if (code !== null)
    process.stderr.write(
      `首位系统管理员：打开 ${url}/setup，一次性验证码 ${code}（24 小时有效）\n`,
    );
  if (publicUrl !== null) process.stderr.write(`公众举报页：${publicUrl}\n`);
  return { stop: close };
});
