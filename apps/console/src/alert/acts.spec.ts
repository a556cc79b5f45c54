import { describe, expect, it } from '@jest/globals';
import type { DeedKind, WholeAlert } from '../api/alert.js';
import { duty, wholeAlert } from '../testing/alerts.js';
import { actsOf } from './acts.js';

interface Given {
  readonly steps?: readonly string[];
  readonly deeds?: readonly DeedKind[];
  readonly more?: Partial<WholeAlert>;
}
const acts = ({ steps = [], deeds = [], more = {} }: Given): string[] => {
  const whole = wholeAlert(more);
  return actsOf({ ...whole, may: { ...whole.may, steps, deeds } }).map(
    ({ key, title }) => `${key ?? '-'} ${title}`,
  );
};
const { alert } = wholeAlert();
const verifying = { alert: { ...alert, stage: 'verifying' as const } };
const done = duty({ doneAt: '2026-11-02T02:00:00.000Z', doneBy: '张某' });

describe('what is offered on an alert', () => {
  it.each<[string, Given, string[]]>([
    ['is nothing to whom the server allows nothing', {}, []],
    ['is to acknowledge what was just raised', { steps: ['acknowledged'] }, ['a 签收']],
    [
      'is not to acknowledge once more what is under way',
      { steps: ['acknowledged'], more: { ...verifying, duties: [done] } },
      [],
    ],
    [
      'is to open a verification rather than to say bare that one began',
      { steps: ['verifying'], deeds: ['verify'] },
      ['v 提出核查'],
    ],
    ['is the bare step to whom no verification is open', { steps: ['verifying'] }, ['v 开始核查']],
    [
      'is the conclusion of the verification and not a verdict beside it',
      { steps: ['refuted', 'closed'], deeds: ['verification-entry'], more: verifying },
      ['e 记核查', 'd 核查结论'],
    ],
    ['is a verdict where nothing is being verified', { steps: ['refuted'] }, ['d 研判']],
    [
      'gives a key to the first that wants it',
      { deeds: ['hand-over', 'receipt'] },
      ['h 移送公安', '- 登记回执'],
    ],
    [
      'is to pause the own deadline that runs',
      { steps: ['paused', 'resumed'], more: { duties: [duty({ kind: 'answer' })] } },
      ['- 暂停计时'],
    ],
    [
      'is to resume what is paused',
      {
        steps: ['paused', 'resumed'],
        more: { duties: [duty({ kind: 'answer', pausedAt: '2026-11-02T02:00:00Z' })] },
      },
      ['- 恢复计时'],
    ],
    [
      'is neither of others',
      { steps: ['paused', 'resumed'], more: { duties: [duty({ kind: 'answer', unit: 'gaj' })] } },
      [],
    ],
  ])('%s', (_says, given, offered) => {
    expect(acts(given)).toEqual(offered);
  });
});
