import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GENESIS } from '../audit/audit-hash.js';
import type { AuditEvent, AuditLine } from '../audit/audit-event.js';
import { AuditVerifier, type AuditFault } from '../audit/audit-verifier.js';
import { keptEvent } from '../audit/kept-event.js';
import type { AuditQuestion, AuditTrail } from '../audit/ports.js';
import { auditEvent } from './audit-event.js';

/** Every line from a seq on. */
export async function linesOf(trail: AuditTrail, fromSeq = '1'): Promise<AuditLine[]> {
  const lines: AuditLine[] = [];
  for await (const line of trail.stream(fromSeq)) lines.push(line);
  return lines;
}

async function faultsOf(trail: AuditTrail): Promise<AuditFault[]> {
  const verifier = new AuditVerifier(await trail.checkpoints());
  const found = (await linesOf(trail)).flatMap((line) => verifier.take(line));
  return [...found, ...verifier.finish(await trail.head())];
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', '\0', '\ud800', 'a\udc00b', "'; drop", '\\N', '{"a"}', 'x'.repeat(2_000)),
);
const anyEvent: fc.Arbitrary<AuditEvent> = fc.record({
  at: fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true }),
  who: anyText,
  accountId: fc.option(anyText),
  roles: fc.array(anyText, { maxLength: 4 }),
  action: anyText.map((text) => `a.${text}`),
  subject: fc.option(anyText),
  from: fc.option(anyText),
  outcome: fc.constantFrom('begun', 'done', 'refused', 'failed'),
  detail: fc.option(
    fc.dictionary(
      anyText,
      fc.oneof(
        anyText,
        fc.boolean(),
        fc.constant(null),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
  refersTo: fc.option(fc.constantFrom('1', '12')),
});

/** What every trail promises; the fake and the real one both pass it. */
export function promisesOfAuditTrail(open: () => Promise<AuditTrail>): void {
  it('begins with nothing', async () => {
    const trail = await open();
    expect(await trail.head()).toEqual(GENESIS);
    expect(await linesOf(trail)).toEqual([]);
    expect(await trail.append([])).toEqual([]);
  });

  it('numbers lines without gaps and chains them', async () => {
    const trail = await open();
    expect(await trail.append([auditEvent(), auditEvent({ action: 'b' })])).toEqual(['1', '2']);
    expect(await trail.append([auditEvent({ refersTo: '1' })])).toEqual(['3']);
    const lines = await linesOf(trail);
    expect(lines.map(({ seq }) => seq)).toEqual(['1', '2', '3']);
    expect(lines.map(({ previous }) => previous)).toEqual([
      GENESIS.hash,
      lines[0]!.hash,
      lines[1]!.hash,
    ]);
    expect(await trail.head()).toEqual({ size: 3, hash: lines[2]!.hash });
    expect(await faultsOf(trail)).toEqual([]);
  });

  it('gives back what it was given', async () => {
    const trail = await open();
    const bare = { who: '', accountId: null, roles: [], subject: null, from: null, detail: null };
    const told = [auditEvent(), auditEvent({ ...bare, refersTo: '1', outcome: 'failed' })];
    await trail.append(told);
    expect(await linesOf(trail)).toMatchObject(told.map((event) => ({ ...event })));
  });

  it('keeps any text, number and moment as it can be kept, and the chain holds', async () => {
    const trail = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 1, maxLength: 5 }), async (events) => {
        const [first] = await trail.append(events);
        const lines = await linesOf(trail, first);
        expect(lines).toEqual(
          events.map((event) => expect.objectContaining({ ...keptEvent(event) })),
        );
      }),
      { numRuns: 40 },
    );
    expect(await faultsOf(trail)).toEqual([]);
  });

  it.each<[string, Partial<AuditEvent>]>([
    ['no action', { action: '' }],
    ['an outcome that is none', { outcome: 'maybe' as 'done' }],
    ['no moment', { at: new Date(Number.NaN) }],
    ['a moment that no calendar has', { at: new Date(8.64e15) }],
    ['a begin that is no line', { refersTo: 'x' }],
    ['a number that is none', { detail: { n: Number.POSITIVE_INFINITY } }],
  ])('refuses %s, and nothing of the call is kept', async (_what, more) => {
    const trail = await open();
    const appended = trail.append([auditEvent(), auditEvent(more)]);
    await expect(appended).rejects.toMatchObject({ kind: 'invalid' });
    expect(await trail.head()).toEqual(GENESIS);
    expect(await linesOf(trail)).toEqual([]);
  });

  it('streams from a line on, and may be left early again and again', async () => {
    const trail = await open();
    await trail.append(Array.from({ length: 5 }, () => auditEvent()));
    for (let time = 0; time < 20; time += 1)
      for await (const { seq } of trail.stream('4')) {
        expect(seq).toBe('4');
        break;
      }
    expect((await linesOf(trail, '4')).map(({ seq }) => seq)).toEqual(['4', '5']);
  });

  it.each<[string, Omit<AuditQuestion, 'limit'>, string[]]>([
    ['nothing', {}, ['5', '4', '3', '2', '1']],
    ['a page', { after: '3' }, ['2', '1']],
    ['a person', { who: '李某' }, ['4', '2']],
    ['a person, older', { who: '李某', after: '4' }, ['2']],
    ['an action', { action: 'session.open' }, ['3']],
    ['a subject', { subjects: ['alert:9'] }, ['5']],
    ['several subjects', { subjects: ['alerts:9', 'alert:9'] }, ['5']],
    ['an outcome', { outcome: 'refused' }, ['4']],
    ['from a day on', { fromDay: '2026-11-03' }, ['5', '4']],
    ['up to a day', { toDay: '2026-11-02' }, ['3', '2', '1']],
    ['a day', { fromDay: '2026-11-03', toDay: '2026-11-03' }, ['4']],
    ['all of it', { who: '李某', outcome: 'refused', fromDay: '2026-11-03' }, ['4']],
    ['what is not there', { who: "'; drop table audit_line" }, []],
    ['nothing, oldest first', { isOldestFirst: true }, ['1', '2', '3', '4', '5']],
    ['a page, oldest first', { isOldestFirst: true, after: '3' }, ['4', '5']],
  ])('lists newest first by %s', async (_by, question, seqs) => {
    const trail = await open();
    await trail.append([
      auditEvent(),
      auditEvent({ who: '李某' }),
      auditEvent({ action: 'session.open', at: new Date('2026-11-02T23:59:59.999+08:00') }),
      auditEvent({ who: '李某', outcome: 'refused', at: new Date('2026-11-03T00:00:00+08:00') }),
      auditEvent({ subject: 'alert:9', at: new Date('2026-11-04T00:00:00+08:00') }),
    ]);
    const found = await trail.lines({ limit: 10, ...question });
    expect(found.map(({ seq }) => seq)).toEqual(seqs);
    const first = await trail.lines({ limit: 1, ...question });
    expect(first.map(({ seq }) => seq)).toEqual(seqs.slice(0, 1));
    const { after: _page, ...all } = { limit: 1, ...question };
    const whole = await trail.lines({ ...all, limit: 10 });
    expect(await trail.count({ limit: 1, ...question }, 10)).toBe(whole.length);
    expect(await trail.count({ limit: 1, ...question }, 2)).toBe(Math.min(2, whole.length));
  });

  it('keeps checkpoints, oldest first', async () => {
    const trail = await open();
    await trail.append([auditEvent()]);
    const one = await trail.keepCheckpoint(new Date('2026-11-02T23:50:00+08:00'));
    expect(one).toEqual({ ...(await trail.head()), at: new Date('2026-11-02T23:50:00+08:00') });
    await trail.append([auditEvent()]);
    const two = await trail.keepCheckpoint(new Date('2026-11-03T23:50:00+08:00'));
    expect(await trail.checkpoints()).toEqual([one, two]);
  });

  it('takes many writers at once', async () => {
    const trail = await open();
    const seqs = await Promise.all(
      Array.from({ length: 30 }, (_, n) => trail.append([auditEvent({ detail: { n } })])),
    );
    expect(
      seqs
        .flat()
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(await faultsOf(trail)).toEqual([]);
  });
}
