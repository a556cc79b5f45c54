import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { noticesCommand } from './notices.js';

const io = () => ({
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
});
const SIGNED = ['--by', '王五', '--because', '电话核实'];

describe('a wrong call is refused before any database is opened', () => {
  it.each<[string, string[], string]>([
    ['no verb', [], 'list、show、resend 或 settle'],
    ['a state that is none', ['list', '--state', 'lost'], '--state 应为'],
    ['an alert that is no number', ['list', '--alert', 'x'], '“x”不是编号'],
    ['a limit of nothing', ['list', '--limit', '0'], '--limit'],
    ['no notice', ['show'], '请给出一封通知的编号'],
    ['two notices', ['resend', '1', '2', ...SIGNED], '请给出一封通知的编号'],
    ['nobody who answers for it', ['resend', '1', '--because', 'x'], 'by：不能为空'],
    ['no reason', ['resend', '1', '--by', '王五'], 'because：不能为空'],
    ['neither received nor not', ['settle', '1', ...SIGNED], '--received 或 --not-received'],
    [
      'both received and not',
      ['settle', '1', '--received', '--not-received', ...SIGNED],
      '--received 或 --not-received',
    ],
  ])('%s', async (_name, args, words) => {
    await expect(noticesCommand.run(args, io())).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(words),
    });
  });
});
