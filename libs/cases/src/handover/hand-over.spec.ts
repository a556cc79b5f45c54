import { beforeEach, describe, expect, it } from '@jest/globals';
import { sumIndex } from '../../../assessment/src/testing/judged.js';
import { DeskBed, evidence } from '../testing/desk-bed.js';
import type { HandOverFacts } from './hand-over.js';
import type { HandOverRequest } from './make-hand-over.js';
import type { ReceiptRequest } from './record-receipt.js';

let bed: DeskBed;
beforeEach(async () => {
  bed = await DeskBed.made();
});

const make = (more: Partial<HandOverRequest> = {}) => bed.handOver.run(bed.tx, request(more));

function request(more: Partial<HandOverRequest> = {}): HandOverRequest {
  return {
    alertId: '7',
    unit: 'jrb',
    to: 'gaj',
    officers: ['张某', '李某'],
    approver: '刘主任',
    number: '郴金办函〔2026〕1号',
    amount: null,
    people: null,
    losses: null,
    aggravated: [],
    by: '张某',
    because: '涉嫌非法吸收公众存款',
    seen: bed.seen,
    ...more,
  };
}

const answer = (more: Partial<ReceiptRequest> = {}) =>
  bed.receipt.run(bed.tx, {
    handOverId: '1',
    answer: 'filed',
    number: '郴公立字1号',
    receivedOn: '2026-11-27',
    by: '李某',
    because: '收到通知书',
    seen: null,
    ...more,
  });

describe('a hand-over', () => {
  it('tells what the administration found, and that it found nothing yet', async () => {
    expect((await make()).facts).toMatchObject({
      entity: { representative: '孙某' },
      finding: null,
    });
    bed = await DeskBed.made();
    const because = '三性具备，知情人电话13812345678';
    const confirmed = {
      alertId: '7',
      kind: 'confirmed',
      by: '张某',
      unit: 'jrb',
      because,
    } as const;
    await bed.steps.take(bed.tx, { ...confirmed, seen: bed.seen });
    const { finding } = (await make({ seen: bed.seen })).facts;
    expect(finding).toMatchObject({ on: '2026-11-27', by: '市委金融办' });
    expect(finding?.because).toContain('三性具备');
    expect(finding?.because).not.toContain('13812345678');
  });

  it('bears a number, as letters do', async () => {
    const number = '郴金办函〔2026〕1号';
    expect((await make()).facts.number).toBe(number);
    await expect(make({ number: '12号' })).rejects.toThrow('number：文号应如');
  });

  it('can be looked at before it bears a number, and nothing of that is kept', async () => {
    const { number: _number, seen: _seen, ...said } = request();
    const { bytes } = await bed.handOver.draft(bed.tx, said);
    const { facts } = JSON.parse(Buffer.from(bytes).toString()) as { facts: HandOverFacts };
    expect(facts).toMatchObject({ number: null, entity: { name: '甲公司' } });
    expect([bed.steps.taken, bed.duties.owed, bed.handOvers.kept]).toEqual([[], [], []]);
    await make();
    await expect(bed.handOver.draft(bed.tx, said)).rejects.toThrow('尚无回执');
  });

  it('freezes what is known, marks the package, moves the alert and asks for a receipt', async () => {
    bed.shelf.files = [evidence('5')];
    bed.records.figures = {
      ...bed.records.figures,
      amount: 2_000_000,
      people: 12,
      complaints: 4,
      complainants: 3,
    };
    const { facts, dutyId, dueAt, ...made } = await make({ people: 160 });
    expect(facts).toMatchObject({
      alert: { id: '7', tier: 'red', stage: 'acknowledged' },
      entity: { name: '甲公司' },
      complaints: 4,
      complainants: 3,
      amount: { value: 2_000_000, source: 'complaints' },
      people: { value: 160, source: 'officers' },
      losses: { value: null, source: null },
      verification: null,
      evidence: [{ id: '5', sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) }],
      from: { code: 'jrb', name: '市委金融办' },
      to: { code: 'gaj', name: '市公安局' },
      approver: '刘主任',
    });
    expect(facts.thresholds.filter((row) => row.reached).map((row) => row.article)).toContain(
      '第三条第一款第二项',
    );
    expect(made.package.sha256).toHaveLength(64);
    expect(bed.duties.owed).toMatchObject([
      { id: dutyId, alertId: '7', unit: 'gaj', kind: 'receipt', dueAt, doneBy: null },
    ]);
    expect(bed.duties.owed[0]?.because).toContain('本地默认，非法定');
    expect(bed.steps.taken).toMatchObject([
      { kind: 'transferred', detail: { handOver: '1', to: 'gaj', sha256: made.package.sha256 } },
    ]);
  });

  it.each(['raised', 'verifying', 'confirmed', 'refuted'])(
    'is possible at the stage %s: no finding is a precondition',
    async (stage) => {
      bed = await DeskBed.made({ stage });
      expect(await make()).toMatchObject({ facts: { alert: { stage } } });
    },
  );

  it('carries nobody who complained: no quotes, and no numbers of persons', async () => {
    const told = { code: 'x', dimension: 'inducement', points: 1, times: 1 } as const;
    const reasons = [
      { ...told, because: '承诺保本', quote: '我叫赵小明，电话13812345678' },
      { ...told, because: '来电 13812345678' },
    ];
    bed = await DeskBed.made({ index: { ...sumIndex({ signals: [] }), reasons } });
    const { facts } = await make({ because: '举报人身份证431002199001011234' });
    const text = JSON.stringify(facts);
    for (const canary of ['赵小明', '13812345678', '431002199001011234'])
      expect(text).not.toContain(canary);
    expect(facts.index.reasons).toEqual([
      { code: 'x', because: '承诺保本' },
      { code: 'x', because: '来电 ［电话］' },
    ]);
  });

  it('is not made twice while it waits for its receipt', async () => {
    await make();
    await expect(make()).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(
        '已由 张某 于 2026-11-27 10:00 移送市公安局（移送 1），尚无回执',
      ),
    });
    await answer({ answer: 'material', number: null });
    expect(await make()).toMatchObject({ id: '2', follows: '1' });
    expect(bed.steps.taken).toHaveLength(1);
  });

  it.each<[Partial<HandOverRequest>, string, string]>([
    [{ officers: ['张某'] }, 'invalid', '不得少于 2 人'],
    [{ officers: ['张某', '张\u200b某'] }, 'invalid', '不得少于 2 人'],
    [{ approver: ' ' }, 'invalid', 'approver：须写明批准的主要负责人'],
    [{ approver: '李某' }, 'invalid', '批准人不能是经办人'],
    [{ approver: '李某\u200b' }, 'invalid', '批准人不能是经办人'],
    [{ by: '刘主任' }, 'invalid', '批准人不能是经办人'],
    [{ to: 'x' }, 'invalid', 'to：没有代码为“x”的单位'],
    [{ to: 'jrb' }, 'invalid', 'to：涉嫌犯罪的线索只能移送公安机关（gaj），不能移送'],
    [{ amount: -1 }, 'invalid', 'amount：'],
    [{ people: 1.5 }, 'invalid', 'people：'],
    [{ losses: Number.NaN }, 'invalid', 'losses：'],
    [{ alertId: '8' }, 'not-found', '没有预警'],
    [{ seen: '9' }, 'conflict', ''],
  ])('%j is refused as %s: %s', async (request, kind, words) => {
    await expect(make(request)).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(words),
    });
  });

  it('can be packed again, and only when it is the very same', async () => {
    const { package: mark } = await make();
    expect(await bed.reopen.run(bed.tx, '1')).toMatchObject({ sha256: mark.sha256 });
    bed.packages.form = 2;
    await expect(bed.reopen.run(bed.tx, '1')).rejects.toMatchObject({ kind: 'conflict' });
    await expect(bed.reopen.run(bed.tx, '9')).rejects.toThrow('没有移送“9”');
  });
});

describe('a receipt', () => {
  beforeEach(() => make());

  it('of filing ends the duty', async () => {
    expect(await answer()).toMatchObject({
      receipts: [{ answer: 'filed', number: '郴公立字1号', by: '李某' }],
    });
    expect(bed.duties.owed).toMatchObject([{ kind: 'receipt', doneBy: '李某' }]);
    expect(bed.steps.taken).toHaveLength(1);
  });

  it('of declining lets the alert go back, and somebody decide on a review', async () => {
    await answer({ answer: 'declined', because: '情节显著轻微' });
    expect(bed.steps.taken.at(-1)).toMatchObject({
      kind: 'verifying',
      unit: 'jrb',
      because: '不予立案：情节显著轻微',
    });
    expect(bed.duties.owed).toMatchObject([
      { doneBy: '李某' },
      { kind: 'follow', unit: 'jrb', doneBy: null, because: expect.stringContaining('第九条') },
    ]);
  });

  it('that declines what has moved on leaves the alert alone', async () => {
    bed.steps.alerts.set('7', { ...bed.steps.alerts.get('7')!, stage: 'closed' });
    await answer({ answer: 'declined' });
    expect(bed.steps.taken).toHaveLength(1);
  });

  it('that asks for more lets it follow', async () => {
    await answer({ answer: 'material', number: null });
    expect(bed.duties.owed.at(-1)).toMatchObject({
      kind: 'follow',
      unit: 'jrb',
      subject: '“甲公司”：向公安机关补充材料',
    });
  });

  it('that asks for more ends no reminder: the decision is still owed', async () => {
    await answer({ answer: 'material', number: null });
    expect(bed.duties.owed).toMatchObject([
      { kind: 'receipt', doneBy: null },
      { kind: 'follow', doneBy: null },
    ]);
    await answer({ seen: '1' });
    expect(bed.duties.owed[0]).toMatchObject({ kind: 'receipt', doneBy: '李某' });
  });

  it('that decides, or a package with what was asked for, ends what followed', async () => {
    await answer({ answer: 'material', number: null });
    await make();
    expect(bed.duties.owed[1]).toMatchObject({ kind: 'follow', doneBy: '张某' });
    await answer({ handOverId: '2', answer: 'declined' });
    expect(bed.duties.owed.at(-1)).toMatchObject({ kind: 'follow', doneBy: null });
    await answer({ handOverId: '2', seen: '2' });
    expect(bed.duties.owed.at(-1)).toMatchObject({ kind: 'follow', doneBy: '李某' });
  });

  it('is owed once where more material is handed over', async () => {
    await answer({ answer: 'material', number: null });
    await make();
    expect(bed.duties.owed.filter(({ kind }) => kind === 'receipt')).toMatchObject([
      { doneBy: '张某' },
      { doneBy: null },
    ]);
  });

  it('of filing after one of declining hands the alert over again', async () => {
    await answer({ answer: 'declined' });
    bed.steps.alerts.set('7', { ...bed.steps.alerts.get('7')!, stage: 'verifying' });
    await answer({ seen: '1', because: '补充侦查后立案' });
    expect(bed.steps.taken.at(-1)).toMatchObject({
      kind: 'transferred',
      unit: 'jrb',
      because: '改为立案：补充侦查后立案',
    });
  });

  it('may be followed by another of who saw it', async () => {
    await answer({ answer: 'declined' });
    await expect(answer()).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('您没有看到最近的回执：李某 2026-11-27 10:00 记为不予立案'),
    });
    expect((await answer({ seen: '1' })).receipts).toHaveLength(2);
    expect(bed.duties.owed.map(({ kind }) => kind)).toEqual(['receipt', 'follow']);
  });

  it.each<[Partial<ReceiptRequest>, string]>([
    [{ number: null }, 'number：立案或不予立案'],
    [{ answer: 'declined', number: ' ' }, 'number：立案或不予立案'],
    [{ receivedOn: '2026-11-28' }, 'receivedOn：收到日期在今天之后'],
    [{ receivedOn: '2026-11-26' }, 'receivedOn：收到日期早于移送日期'],
    [{ receivedOn: '2026-02-30' }, 'receivedOn：不是日期'],
    [{ handOverId: '9' }, '没有移送“9”'],
    [{ because: '' }, 'because：'],
  ])('%j is refused: %s', async (more, words) => {
    await expect(answer(more)).rejects.toThrow(words);
    expect(bed.handOvers.kept[0]?.receipts).toEqual([]);
  });
});

describe('taking a hand-over in', () => {
  const takeIn = (more: object = {}) =>
    bed.takeIn.run(bed.tx, { handOverId: '1', by: '李某', because: '材料齐全', ...more });
  beforeEach(() => make());

  it('is kept once, and the receipt is still owed', async () => {
    expect(await takeIn()).toMatchObject({
      taken: { by: '李某', because: '材料齐全' },
      receipts: [],
    });
    expect(bed.duties.owed[0]?.doneBy).toBeNull();
    await expect(takeIn({ by: '钱某' })).rejects.toMatchObject({
      ...{ kind: 'conflict', message: '移送 1 已由 李某 于 2026-11-27 10:00 签收' },
    });
    await answer();
    expect(bed.duties.owed[0]?.doneBy).toBe('李某');
  });

  it('is refused without a reason, of none, and behind a receipt', async () => {
    await expect(takeIn({ because: ' ' })).rejects.toThrow('because');
    await expect(takeIn({ handOverId: '9' })).rejects.toThrow('没有移送“9”');
    await answer();
    await expect(takeIn()).rejects.toThrow('已有回执');
  });
});
