import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { Command } from '../command.js';
import { outcomeCommand } from './outcome.js';
import { tierCommand } from './tier.js';

const io = () => ({
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
});
const SIGNED = ['--by', '张某', '--because', '已核实'];
const ADD = ['add', '1', '--verdict', 'confirmed', '--scheme', 'other', ...SIGNED];

describe('a wrong call is refused before any database is opened', () => {
  it.each<[string, Command, string[], string]>([
    ['no entity', tierCommand, ['--set', 'red', ...SIGNED], '请给出一个主体'],
    ['two entities', tierCommand, ['1', '2', '--set', 'red', ...SIGNED], '请给出一个主体'],
    ['no tier', tierCommand, ['1', ...SIGNED], '请用 --set'],
    ['a tier that is none', tierCommand, ['1', '--set', 'pink', ...SIGNED], 'tier：'],
    [
      'a seen that is no id',
      tierCommand,
      ['1', '--set', 'red', '--seen', 'x', ...SIGNED],
      'seen：',
    ],
    ['no verb', outcomeCommand, [], 'add、list 或 report'],
    ['no verdict', outcomeCommand, ['add', '1', ...SIGNED], 'verdict：'],
    ['a loss in words', outcomeCommand, [...ADD, '--losses', '很多'], '--losses “很多”不是数字'],
    ['no number of people', outcomeCommand, [...ADD, '--people', ' '], '--people'],
    ['a scheme that is none', outcomeCommand, [...ADD, '--scheme', 'fraud'], 'scheme：'],
    [
      'a limit beyond all counting',
      outcomeCommand,
      ['list', '--limit', '99999999999999999999'],
      '--limit 应为 1 到 1000000 的整数',
    ],
    ['a limit of nothing', outcomeCommand, ['list', '--limit', '0'], '--limit'],
  ])('%s', async (_name, command, args, words) => {
    await expect(command.run(args, io())).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(words),
    });
  });
});
