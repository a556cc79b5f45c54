import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { MOST_ATTACHED_BYTES } from '@risk/cases';
import type { Command } from '../command.js';
import { attachCommand } from './attach.js';
import { creditCommand } from './credit.js';
import { letterCommand } from './letter.js';
import { meetingCommand } from './meeting.js';

const dir = mkdtempSync(join(tmpdir(), 'risk-letters-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});
const file = (name: string, content: string | Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const facts = (content: unknown): string =>
  file(`${Math.random()}.json`, typeof content === 'string' ? content : JSON.stringify(content));

const io = () => ({
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
});
const SIGNED = ['--by', '张某', '--because', '已审核'];
const HUGE = file('huge.png', Buffer.alloc(MOST_ATTACHED_BYTES + 1));

describe('a wrong call is refused before any database is opened', () => {
  it.each<[string, Command, string[], string]>([
    ['no letter', letterCommand, [], 'suspend-registration、warning-talk'],
    ['a letter of another desk', letterCommand, ['handover', '7'], '请写明'],
    ['no alert', letterCommand, ['warning-talk'], '请给出预警的编号'],
    ['no file', letterCommand, ['warning-talk', '7', '--facts', '/nowhere.json'], '没有文件'],
    [
      'half a JSON',
      letterCommand,
      ['warning-talk', '7', '--facts', facts('{"a":')],
      '不是完整的 JSON',
    ],
    ['a list', letterCommand, ['warning-talk', '7', '--facts', facts([])], '应为一个 JSON 对象'],
    [
      'several faults',
      letterCommand,
      ['warning-talk', '7', '--facts', facts({ at: '明天', matters: [] })],
      'at：',
    ],
    ['an addressee where there is none', letterCommand, ['warning-talk', '7', '--to', 'gaj'], 'to'],
    ['no letter to sign', letterCommand, ['sign'], '请给出预警的编号'],
    [
      'nobody who signs',
      letterCommand,
      ['sign', 'nothing', '7', ...SIGNED],
      '没有“nothing”这种文书',
    ],
    ['no letter to open', letterCommand, ['open'], '请给出文书的编号'],
    ['no meeting', meetingCommand, ['agenda'], '请给出会议的编号'],
    [
      'facts of minutes',
      meetingCommand,
      ['agenda', '3', '--facts', facts({ absent: [] })],
      'absent',
    ],
    ['nothing to attach', attachCommand, ['add', '7', ...SIGNED], '请给出要添加的文件'],
    ['a folder', attachCommand, ['add', '7', dir, ...SIGNED], '没有文件'],
    ['21 MB', attachCommand, ['add', '7', HUGE, ...SIGNED], '超过 20 MB'],
    ['nobody', attachCommand, ['add', '7', file('a.png', 'x')], 'by：'],
    ['no attachment', attachCommand, ['get'], '请给出附件的编号'],
    ['no penalties', creditCommand, ['export', ...SIGNED], '--facts'],
    [
      'a penalty without a number',
      creditCommand,
      ['export', '--facts', facts({ penalties: { 12: {} } }), ...SIGNED],
      'penalties.12.number：',
    ],
    [
      'a key that names no entity',
      creditCommand,
      ['export', '--facts', facts({ penalties: { 甲公司: {} } }), ...SIGNED],
      'penalties.甲公司',
    ],
  ])('%s', async (_name, command, args, words) => {
    const refusal = expect.objectContaining({ message: expect.stringContaining(words) });
    await expect(command.run(args, io())).rejects.toEqual(refusal);
  });

  it('names every fault at once', async () => {
    const path = facts({ at: '明天', matters: [], x: 1 });
    const run = letterCommand.run(['warning-talk', '7', '--facts', path], io());
    await expect(run).rejects.toThrow(/at：.*matters：.*x/);
  });
});
