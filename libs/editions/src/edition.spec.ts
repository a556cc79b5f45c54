import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STEP_KINDS, refusalOf, stageOf, type Edition, type StepKind } from './edition.js';

const START = Date.parse('2026-11-02T09:00:00+08:00');
const HOUR = 3_600_000;
const at = (hours: number): Date => new Date(START + hours * HOUR);

/** An edition drafted by 张三 at hour 0 that went through these steps, one an hour. */
function edition(kinds: readonly StepKind[], inForce = false): Edition {
  const steps = (['drafted', ...kinds] as const).map((kind, n) => ({
    kind,
    by: kind === 'published' ? '李四' : '张三',
    because: '测试',
    at: at(n),
    detail: null,
  }));
  return {
    id: '7',
    rules: 'r',
    scoring: 's',
    lexicon: null,
    origin: 'person',
    title: '试验',
    draftedBy: '张三',
    draftedAt: at(0),
    steps,
    inForce,
  };
}

const EMPTY = { records: 0, isStoreEmpty: true };

const want = (kind: StepKind, more: Partial<Parameters<typeof refusalOf>[1]> = {}) => ({
  kind,
  by: '李四',
  because: '测试',
  at: at(100),
  ...more,
});

describe('the stage of an edition', () => {
  it.each<[StepKind[], boolean, string]>([
    [[], false, 'draft'],
    [['backtested'], false, 'tested'],
    [['backtested', 'shadowed'], false, 'shadow'],
    [['backtested', 'shadowed', 'backtested'], false, 'shadow'],
    [['backtested', 'shadowed', 'published'], true, 'in-force'],
    [['backtested', 'shadowed', 'published'], false, 'retired'],
    [['published', 'rolled-back'], false, 'retired'],
    [['withdrawn'], false, 'withdrawn'],
  ])('after %j (in force: %s) is %s', (kinds, inForce, stage) => {
    expect(stageOf(edition(kinds, inForce))).toBe(stage);
  });
});

describe('a step', () => {
  it.each<[string, StepKind[], ReturnType<typeof want>, boolean, string | null]>([
    ['a draft is backtested', [], want('backtested'), false, null],
    ['an untested draft goes into no shadow', [], want('shadowed'), false, '还没有回测'],
    ['a tested one does', ['backtested'], want('shadowed'), false, null],
    ['not twice', ['backtested', 'shadowed'], want('shadowed'), false, '已在影子运行'],
    ['untested is not published', [], want('published'), false, '还没有回测'],
    ['without shadow neither', ['backtested'], want('published'), false, '还没有影子运行'],
    ['with urgency it is', ['backtested'], want('published', { urgent: true }), false, null],
    [
      'a full day of shadow is enough',
      ['backtested', 'shadowed'],
      want('published', { at: at(26) }),
      false,
      null,
    ],
    [
      'an hour less is not',
      ['backtested', 'shadowed'],
      want('published', { at: at(25) }),
      false,
      '还差 1 小时',
    ],
    [
      'whoever drafted it does not publish it',
      ['backtested', 'shadowed'],
      want('published', { by: ' 张三 ' }),
      false,
      '不能是同一人',
    ],
    [
      'nor under a name that only looks otherwise',
      ['backtested', 'shadowed'],
      want('published', { by: '张　三' }),
      false,
      '不能是同一人',
    ],
    [
      'nor with a character that nobody sees',
      ['backtested', 'shadowed'],
      want('published', { by: '张三\u200b' }),
      false,
      '看不见的字符',
    ],
    [
      'not even urgently',
      ['backtested'],
      want('published', { by: '张三', urgent: true }),
      false,
      '不能是同一人',
    ],
    ['what is in force is not published again', ['published'], want('published'), true, '正在使用'],
    [
      'nobody goes back to what was never published',
      ['backtested'],
      want('rolled-back'),
      false,
      '从未发布过',
    ],
    ['one goes back to what was', ['published'], want('rolled-back'), false, null],
    [
      'whoever drafted it may go back to it',
      ['published'],
      want('rolled-back', { by: '张三' }),
      false,
      null,
    ],
    ['what is in force is not withdrawn', ['published'], want('withdrawn'), true, '请先退回'],
    ['a draft is', [], want('withdrawn'), false, null],
    ['after which nothing goes', ['backtested', 'withdrawn'], want('shadowed'), false, '已撤回'],
    ['nobody is nobody', [], want('backtested', { by: ' ' }), false, '经办人'],
    ['no reason is none', [], want('backtested', { because: '急' }), false, '理由'],
    ['a draft is drafted once', [], want('drafted'), false, '已经存在'],
  ])('%s', (_says, kinds, wanted, inForce, refusal) => {
    const said = refusalOf(edition(kinds, inForce), wanted);
    if (refusal === null) expect(said).toBeNull();
    else expect(said).toContain(refusal);
  });

  it.each<[string, object | null, StepKind, string | null, string]>([
    ['over nothing tests nothing', { records: 0 }, 'shadowed', '没有重放任何记录', 'draft'],
    ['nor opens the way out', { records: 0 }, 'published', '没有重放任何记录', 'draft'],
    ['tests where there is nothing yet', EMPTY, 'shadowed', null, 'tested'],
    ['over records tests', { records: 9 }, 'shadowed', null, 'tested'],
  ])('a backtest %s', (_says, detail, kind, refusal, stage) => {
    const [drafted, backtested] = edition(['backtested']).steps;
    const steps = [drafted!, { ...backtested!, detail: detail as never }];
    const tried = { ...edition([]), steps };
    expect(stageOf(tried)).toBe(stage);
    const said = refusalOf(tried, want(kind));
    if (refusal === null) expect(said).toBeNull();
    else expect(said).toContain(refusal);
  });

  it('never puts in force by its own drafter alone what two have not seen, in whatever order steps come', () => {
    const kind = fc.constantFrom(...STEP_KINDS);
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, fc.boolean()), { maxLength: 12 }), (wishes) => {
        let now = edition([]);
        for (const [n, [wish, urgent]] of wishes.entries()) {
          const wanted = want(wish, { by: '张三', urgent, at: at(30 * n) });
          if (refusalOf(now, wanted) !== null) continue;
          const step = { ...wanted, detail: null };
          const inForce = wish === 'published' || wish === 'rolled-back' || now.inForce;
          now = { ...now, steps: [...now.steps, step], inForce };
        }
        expect(now.inForce).toBe(false);
      }),
    );
  });
});
