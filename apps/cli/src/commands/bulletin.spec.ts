import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { bulletinCommand } from './bulletin.js';

const io = () => ({
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
});
const SIGNED = ['--by', '王某', '--because', '核对过'];

describe('a wrong call is refused before any database is opened', () => {
  it.each<[string, string[], string]>([
    ['no verb', [], '请写明 daily、weekly、monthly、quarterly、special'],
    ['a verb that is none', ['hourly'], '请写明 daily'],
    ['a moment that is none', ['daily', '--as-of', 'tomorrow'], 'as-of：“tomorrow”应如'],
    ['a day that is none', ['daily', '--as-of', '2026-02-30'], 'as-of：“2026-02-30”应如'],
    ['an edition that is none', ['weekly', '--edition', 'mars'], 'edition：“mars”应为'],
    ['a report on nobody', ['special'], '请给出主体的编号'],
    ['a report on a name', ['special', '甲投资'], '主体'],
    ['an order for nobody', ['order', ...SIGNED], '请给出主体的编号'],
    ['an order by nobody', ['order', '7', '--because', 'x'], 'by：'],
    ['a step with nothing', ['review', ...SIGNED], '请给出简报的编号'],
    ['a step by nobody', ['sign', '5', '--because', 'x'], 'by：'],
    ['a step without reason', ['return', '5', '--by', '王某'], 'because：'],
    ['a step seen that is none', ['withdraw', '5', ...SIGNED, '--seen', 'x'], 'seen：'],
    ['a correction of nothing', ['correct', ...SIGNED], '请给出简报的编号'],
    ['a correction without reason', ['correct', '5', '--by', '王某'], 'because：'],
    ['a recomposition by nobody', ['recompose', '5', '--because', 'x'], 'by：'],
    ['a kind that is none', ['list', '--kind', 'hourly'], 'kind'],
    ['a state that is none', ['list', '--state', 'lost'], 'state'],
    ['nothing to show', ['show'], '请给出简报的编号'],
    ['a file without name', ['file', '5'], '请写明文件名'],
    ['a file of nothing', ['file', 'x', 'a.docx'], '简报'],
  ])('%s', async (_name, args, words) => {
    await expect(bulletinCommand.run(args, io())).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(words),
    });
  });

  it.each([
    ['an option that is none', ['daily', '--when', 'now']],
    ['more than it asks for', ['list', 'all']],
  ])('%s', async (_name, args) => {
    await expect(bulletinCommand.run(args, io())).rejects.toMatchObject({
      code: expect.stringMatching(/^ERR_PARSE_ARGS/),
    });
  });
});
