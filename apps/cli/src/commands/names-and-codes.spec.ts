import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { Command } from '../command.js';
import { codesCommand } from './codes.js';
import { namesCommand } from './names.js';

async function answersOf(command: Command, input: string, args: string[] = []) {
  const stdout = new PassThrough();
  const io = { stdin: Readable.from([input]), stdout, stderr: new PassThrough() };
  const exit = await command.run(args, io);
  stdout.end();
  const text = (await stdout.toArray()).join('');
  return {
    exit,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
  };
}

describe('risk names', () => {
  it('answers pairs in both forms, and names the line that cannot be read', async () => {
    const { exit, lines } = await answersOf(
      namesCommand,
      [
        '{"left":"郴州鑫源投资有限公司","right":"郴州市鑫源投资有限责任公司"}',
        '{"names":["郴州鑫源投资","郴州鑫源建材"]}',
        '{"left":"x"}',
        'no',
        '{"names":["桂阳鑫源投资","宜章鑫源投资"]}',
      ].join('\n'),
    );
    expect(exit).toBe(1);
    expect(lines).toMatchObject([
      { same: true },
      { same: false },
      { line: 3, error: expect.stringContaining('left') },
      { line: 4, error: '不是完整的 JSON' },
      { same: false, because: expect.stringContaining('地区不同（桂阳／宜章）') },
    ]);
  });

  it('knows provinces and cities without any configuration', async () => {
    const { exit, lines } = await answersOf(
      namesCommand,
      '{"left":"长沙鑫源投资有限公司","right":"湖南长沙鑫源投资公司"}\n',
      ['--config', '/nowhere'],
    );
    expect(exit).toBe(0);
    expect(lines).toMatchObject([{ same: true }]);
  });
});

describe('risk codes', () => {
  it('answers a line for a line', async () => {
    const { exit, lines } = await answersOf(
      codesCommand,
      '91110000600001760P\n\n911100006000017600\n',
    );
    expect(exit).toBe(0);
    expect(lines).toMatchObject([
      { code: '91110000600001760P', wellFormed: true, checksum: true },
      { wellFormed: false, because: '没有代码' },
      { wellFormed: true, checksum: false },
    ]);
  });
});
