import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A group of tests in a real browser; skipped, loudly, where there is none. In CI there always is. */
export function describeWithBrowser(
  name: string,
  tests: (open: () => Promise<Browser>) => void,
): void {
  const executablePath = PLACES.find((path) => existsSync(path));
  const open = () => chromium.launch({ executablePath: executablePath ?? '', args: FLAGS });
  if (executablePath !== undefined) {
    describe(name, () => {
      tests(open);
    });
    return;
  }
  if (process.env['CI'] === 'true') throw new Error('CI 中不得跳过浏览器测试：没有找到 Chromium');
  process.stderr.write(
    `\n!!! 跳过浏览器测试“${name}”：没有找到 Chromium（Debian 软件包 chromium）\n\n`,
  );
  describe.skip(name, () => {
    tests(open);
  });
}
