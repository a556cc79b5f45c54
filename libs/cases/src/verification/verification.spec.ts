import { beforeEach, describe, expect, it } from '@jest/globals';
import { DeskBed, evidence } from '../testing/desk-bed.js';
import type { CheckedElement, Finding } from './checklist.js';
import type { ConclusionRequest } from './conclude-verification.js';
import type { NoteRequest } from './note-verification.js';
import type { VerificationRequest } from './open-verification.js';
import { checklistOf, type ActionNote } from './verification.js';

let bed: DeskBed;
beforeEach(async () => {
  bed = await DeskBed.made();
});

const open = (more: Partial<VerificationRequest> = {}) =>
  bed.open.run(bed.tx, {
    alertId: '7',
    unit: 'jrb',
    officers: ['张某', '李某'],
    by: '王某',
    because: '红色预警',
    seen: bed.seen,
    ...more,
  });

const VISIT: ActionNote = {
  kind: 'visit',
  happenedAt: new Date('2026-11-27T09:00:00+08:00'),
  officers: ['张某', '李某'],
  result: '门店在营业',
  approver: null,
  evidence: [],
};

const lastEntry = () => bed.verifications.kept[0]?.entries.at(-1)?.id ?? null;
const note = (what: NoteRequest['note'], more: Partial<NoteRequest> = {}) =>
  bed.note.run(bed.tx, {
    verificationId: '1',
    note: what,
    by: '张某',
    because: '现场核查',
    corrects: null,
    seen: lastEntry(),
    ...more,
  });
const find = (element: CheckedElement, finding: Finding, proof: string[] = ['record:71']) =>
  note({ kind: 'element', element, finding, evidence: proof });
const prove = async () => {
  await find('illegality', 'met');
  await find('inducement', 'met');
  await find('sociality', 'met');
};
const conclude = (more: Partial<ConclusionRequest> = {}) =>
  bed.conclude.run(bed.tx, {
    verificationId: '1',
    verdict: 'confirmed',
    scheme: 'illegal-fundraising',
    exposedOn: null,
    losses: 1000,
    people: 3,
    by: '张某',
    because: '三性具备',
    seen: bed.seen,
    seenEntry: lastEntry(),
    seenOutcome: null,
    ...more,
  });

describe('opening', () => {
  it('keeps who verifies for whom, and moves the alert', async () => {
    expect(await open({ officers: [' 张某 ', '李某', '张某'] })).toMatchObject({
      alertId: '7',
      entityId: '1',
      officers: ['张某', '李某'],
      by: '王某',
      entries: [],
    });
    expect(bed.steps.taken).toMatchObject([{ kind: 'verifying', unit: 'jrb', by: '王某' }]);
  });

  it('leaves an alert alone that is being verified already', async () => {
    bed = await DeskBed.made({ stage: 'verifying' });
    await open();
    expect(bed.steps.taken).toEqual([]);
  });

  it('is refused while another is open, and says whose', async () => {
    await open();
    await expect(open({ by: '赵某' })).rejects.toMatchObject({
      kind: 'conflict',
      message: '预警 7 已有核查任务 1（王某 2026-11-27 10:00 提出，核查人员 张某、李某）',
    });
  });

  it.each<[Partial<VerificationRequest>, string, string]>([
    [{ officers: ['张某'] }, 'invalid', '不得少于 2 人'],
    [{ officers: ['张某', '张 某'] }, 'invalid', '第二十一条'],
    [{ officers: ['张某', ' '] }, 'invalid', 'officers：姓名'],
    [{ unit: 'nobody' }, 'invalid', 'unit：没有代码为“nobody”的单位'],
    [{ alertId: '8' }, 'not-found', '没有预警“8”'],
    [{ because: '' }, 'invalid', 'because：'],
    [{ seen: '5' }, 'conflict', '您没有看到最近的步骤'],
  ])('%j is refused as %s: %s', async (request, kind, words) => {
    await expect(open(request)).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(words),
    });
  });
});

describe('the log', () => {
  beforeEach(() => open());

  it('grows by what officers do, with what it proves', async () => {
    bed.shelf.files = [evidence('5')];
    await note(VISIT);
    const proof = ['attachment:5', 'record:71', 'entry:1', 'record:71'];
    const kept = await note({ ...VISIT, kind: 'interview', evidence: proof });
    expect(kept).toMatchObject({
      kind: 'interview',
      by: '张某',
      at: bed.clock.now(),
      evidence: ['attachment:5', 'record:71', 'entry:1'],
    });
  });

  it('lets a later entry correct an earlier one, which stays', async () => {
    await find('illegality', 'met');
    await find('illegality', 'not-met');
    const fixed = {
      kind: 'element',
      element: 'illegality',
      finding: 'unclear',
      evidence: [],
    } as const;
    await note(fixed, { corrects: '2' });
    const [verification] = bed.verifications.kept;
    expect(verification!.entries).toHaveLength(3);
    expect(checklistOf(verification!)).toMatchObject([
      { element: 'illegality', finding: 'unclear' },
      { element: 'inducement', finding: 'unclear', because: null },
      { element: 'sociality', finding: 'unclear' },
    ]);
    await note(fixed, { corrects: '3' });
    await expect(note(fixed, { corrects: '2' })).rejects.toThrow('已被更正');
  });

  it('asks for the head’s approval where the law binds the action to it', async () => {
    const account = { ...VISIT, kind: 'account' } as const;
    await expect(note(account)).rejects.toThrow(/approver：须写明批准的主要负责人.*第四项/);
    await expect(note({ ...account, approver: '李某' })).rejects.toThrow('批准人不能是经办人');
    expect(await note({ ...account, approver: '刘主任' })).toMatchObject({ approver: '刘主任' });
  });

  it.each<[Partial<ActionNote>, string]>([
    [{ officers: ['张某'] }, '不得少于 2 人'],
    [{ officers: ['张某', '路人'] }, '路人不是这个核查任务的核查人员'],
    [{ happenedAt: new Date('2026-11-28T00:00:00+08:00') }, 'happenedAt：'],
    [{ result: ' ' }, 'result：'],
    [{ evidence: ['attachment:5'] }, 'evidence：这件预警没有附件 5'],
    [{ evidence: ['record:9', 'entry:9'] }, '没有记录 9、核查记录 9'],
    [{ evidence: ['宣传单'] }, '“宣传单”应为 attachment:编号'],
  ])('%j is refused: %s', async (more, words) => {
    await expect(note({ ...VISIT, ...more })).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(words),
    });
    expect(lastEntry()).toBeNull();
  });

  it('is not written by who did not see its latest entry', async () => {
    await note(VISIT);
    await expect(note(VISIT, { seen: null })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(
        '您没有看到最近的核查记录：张某 2026-11-27 10:00 记录走访、进入场所（现场核查）',
      ),
    });
  });

  it('does not correct what is of another kind or not there', async () => {
    await note(VISIT);
    await find('illegality', 'met');
    await expect(note(VISIT, { corrects: '2' })).rejects.toThrow('是另一类');
    await expect(note(VISIT, { corrects: '9' })).rejects.toThrow('没有编号为 9');
    await expect(note(VISIT, { verificationId: '9' })).rejects.toThrow('没有核查任务“9”');
  });
});

describe('concluding', () => {
  beforeEach(() => open());

  it('records the outcome and moves the alert', async () => {
    await prove();
    const { outcome, verification } = await conclude();
    expect(outcome).toMatchObject({ id: '1', entityId: '1', verdict: 'confirmed', losses: 1000 });
    expect(verification.entries.at(-1)).toMatchObject({
      kind: 'concluded',
      verdict: 'confirmed',
      outcomeId: '1',
    });
    expect(bed.steps.taken.at(-1)).toMatchObject({ kind: 'confirmed', unit: 'jrb', by: '张某' });
    expect(bed.cases.cases.locked[0]).toBe('1');
  });

  it.each<[ConclusionRequest['verdict'], [CheckedElement, Finding][], string]>([
    ['refuted', [['sociality', 'not-met']], 'refuted'],
    ['insufficient', [['illegality', 'met']], 'closed'],
    ['administrative', [], 'closed'],
  ])('%s moves the alert likewise', async (verdict, findings, step) => {
    for (const [element, finding] of findings) await find(element, finding);
    const bare = { scheme: null, losses: null, people: null };
    const { outcome } = await conclude({ verdict, ...bare });
    expect(outcome.verdict).toBe(verdict);
    expect(bed.steps.taken.at(-1)).toMatchObject({ kind: step });
  });

  it.each<[string, ConclusionRequest['verdict'], [CheckedElement, Finding, string[]?][], string]>([
    [
      'one element open',
      'confirmed',
      [
        ['illegality', 'met'],
        ['inducement', 'met'],
      ],
      '还缺社会性',
    ],
    [
      'an element without evidence',
      'confirmed',
      [
        ['illegality', 'met'],
        ['inducement', 'met', []],
        ['sociality', 'met'],
      ],
      '还缺利诱性的证据',
    ],
    ['nothing that is missing', 'refuted', [['illegality', 'met']], '排除须至少一性不具备'],
    [
      'all proved',
      'insufficient',
      [
        ['illegality', 'met'],
        ['inducement', 'met'],
        ['sociality', 'met'],
      ],
      '不是证据不足',
    ],
  ])('with %s is not %s', async (_name, verdict, findings, words) => {
    for (const [element, finding, proof] of findings) await find(element, finding, proof);
    await expect(conclude({ verdict })).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(words),
    });
    expect(bed.cases.cases.outcomes).toEqual([]);
    expect(bed.steps.taken).toHaveLength(1);
  });

  it('is refused to who did not see the log, the outcome or the alert', async () => {
    await prove();
    await expect(conclude({ seenEntry: '1' })).rejects.toThrow(
      /您没有看到最近的核查记录：.*请以 seenEntry=3 再次提交/,
    );
    await bed.cases.record({});
    await expect(conclude()).rejects.toThrow(/李某 .*请以 seenOutcome=1 再次提交/);
    await expect(conclude({ seenOutcome: '1', seen: '0' })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  it('ends it: nothing more is noted, nothing concluded twice, and another may be opened', async () => {
    await conclude({ verdict: 'administrative' });
    await expect(note(VISIT)).rejects.toThrow(
      '核查任务 1 已由 张某 于 2026-11-27 10:00 结案：行政处理',
    );
    await expect(conclude({ verdict: 'administrative' })).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await open()).toMatchObject({ id: '2' });
  });
});
