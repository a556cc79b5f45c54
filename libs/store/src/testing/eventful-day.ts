import type { BulletinSource, Question } from '@risk/bulletins';
import type { BulletinScope, Span } from '@risk/domain';
import { days } from '@risk/kit';
import type { PgTown } from './pg-town.js';

export const MIDNIGHT = '2026-11-02T00:00:00+08:00';
export const CITY: BulletinScope = { kind: 'city' };

export const dayFrom = (from = MIDNIGHT, count = 1): Span => {
  const since = new Date(from);
  return { since, until: new Date(since.getTime() + days(count)) };
};

export const asking = (
  scope: BulletinScope = CITY,
  span = dayFrom(),
  samples = false,
): Question => ({ scope, span, samples });

/** Every method of the source, asked the same. */
const METHODS: Readonly<Record<string, (s: BulletinSource, q: Question) => Promise<unknown>>> = {
  hasReal: (s, q) => s.hasReal(q.span.until),
  begunAt: (s, q) => s.begunAt(q.samples),
  feeds: (s, q) => s.feeds(q, 24),
  raised: (s, q) => s.raised(q, 50),
  open: (s, q) => s.open(q),
  moves: (s, q) => s.moves(q, 50),
  risers: (s, q) => s.risers(q, 50),
  yields: (s, q) => s.yields(q, 10, 50),
  complained: (s, q) => s.complained(q, 50),
  owing: (s, q) => s.owing(q),
  overdue: (s, q) => s.overdue(q, 50),
  handOvers: (s, q) => s.handOvers(q, 50),
  outcomes: (s, q) => s.outcomes(q, 50),
  figures: (s, q) => s.figures(q, [q.span, dayFrom('2026-11-01T00:00:00+08:00')]),
  trend: (s, q) => s.trend(q, 3),
};

/** What all methods answer to one question. */
export async function everything(
  source: BulletinSource,
  question: Question,
): Promise<Readonly<Record<string, unknown>>> {
  const told: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(METHODS)) told[name] = await ask(source, question);
  return told;
}

/** A day on which everything happens that can be told, to three firms in two counties; a fourth is one of them. */
export async function eventfulDay(town: PgTown) {
  town.clock.goTo('2026-11-01T10:00:00+08:00');
  const [a, b, c] = [
    await town.found('甲'),
    await town.found('乙', { regionCode: '431003' }),
    await town.found('丙'),
  ];
  await town.hear({ about: [a], reporter: 'p', codes: ['a'] });
  const before = await town.alert(c, 'blue');

  town.clock.goTo('2026-11-02T09:00:00+08:00');
  await town.hear({ about: [a], reporter: 'p', codes: ['a'] });
  await town.hear({ about: [a], id: 'changed', reporter: 'q' });
  await town.hear({
    feed: 'advertisement',
    about: [b],
    percent: 18,
    region: '431003',
    hoursOld: 30,
  });
  const d = await town.found('丁');
  await town.hear({ about: [d] });
  await town.join(d, a);
  await town.spoil('complaint-desk');
  const first = await town.alert(a, 'orange');
  const second = await town.alert(b, 'yellow', { regionCode: '431003' });
  await town.alert(c, 'yellow');
  town.wait(1);
  await town.step('acknowledged', { alertId: first });
  const given = await town.handOver(first);
  await town.receive(given.id, 'material');
  await town.end(a, { verdict: 'transferred', scheme: null });
  await town.step('paused', { alertId: second });
  await town.decide(c, null, 'red', 'yellow');
  town.wait(4);
  await town.tick();
  return { a, b, c, d, first, second, before, given: given.id };
}

export type Scene = Awaited<ReturnType<typeof eventfulDay>>;
