import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { Command } from '../command.js';
import { caseCommand } from './case.js';
import { handoverCommand } from './handover.js';
import { ledgerCommand } from './ledger.js';
import { meetingCommand } from './meeting.js';

const io = () => ({
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
});
const SIGNED = ['--by', '张某', '--because', '核查'];
const SEEN = ['--seen', '4'];
const OFFICERS = ['--officer', '张某', '--officer', '李某'];
const NOTE = ['note', '3', ...SIGNED];
const END = ['conclude', '3', '--verdict', 'refuted', ...SIGNED];

describe('a wrong call is refused before any database is opened', () => {
  it.each<[string, Command, string[], string]>([
    ['no verb', caseCommand, [], 'open-verification、note、conclude、show'],
    ['no alert', caseCommand, ['open-verification', ...SIGNED, ...SEEN], '请给出预警的编号'],
    ['no unit', caseCommand, ['open-verification', '7', ...OFFICERS, ...SIGNED, ...SEEN], 'unit：'],
    ['nothing seen', caseCommand, ['open-verification', '7', '--unit', 'jrb', ...SIGNED], 'seen：'],
    ['no kind', caseCommand, NOTE, 'kind：'],
    ['no time', caseCommand, [...NOTE, '--kind', 'visit', '--result', '好'], 'happenedAt：'],
    ['no finding', caseCommand, [...NOTE, '--kind', 'element'], 'element：'],
    ['a loss in words', caseCommand, [...END, ...SEEN, '--losses', '很多'], '--losses “很多”'],
    ['a verdict that is none', caseCommand, ['conclude', '3', ...SIGNED, ...SEEN], 'verdict：'],
    ['no task', caseCommand, ['show'], '请给出核查任务的编号'],
    [
      'no approver',
      handoverCommand,
      ['make', '7', '--number', '函1号', '--unit', 'jrb', ...SIGNED, ...SEEN],
      'approver：',
    ],
    ['no answer', handoverCommand, ['receipt', '3', ...SIGNED], 'answer：'],
    ['no hand-over', handoverCommand, ['package'], '请给出移送的编号'],
    ['no day', meetingCommand, ['prepare', '--chair', '陈', ...SIGNED], 'heldOn：'],
    [
      'a task without its parts',
      meetingCommand,
      ['decide', '3', '--decision', '查', '--task', '查处广告', ...SIGNED],
      '--task “查处广告”应为',
    ],
    ['no first day', ledgerCommand, [], '--from'],
  ])('%s', async (_name, command, args, words) => {
    await expect(command.run(args, io())).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(words),
    });
  });
});
