import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHigher } from '@risk/domain';
import { hours, RiskError } from '@risk/kit';
import { FakeTransaction } from '../../../kit/src/testing/fake-transaction.js';
import { City } from '../testing/city.js';
import { happening, mergesAndWork, type Happening } from '../testing/happenings.js';

/** Somebody to merge. */
const THREE: readonly Happening[] = ['1', '2', '3'].map((id) => (city) => city.raise(id, 'yellow'));

/** Plays events; what the house refuses leaves everything as it was. */
async function play(events: readonly Happening[]): Promise<City> {
  const city = new City();
  city.context.newCodes.add('new');
  city.context.ties.push(['1', '2']);
  for (const happens of events) {
    await happens(city).catch((error: unknown) => {
      if (!(error instanceof RiskError)) throw error;
    });
  }
  return city;
}

/** What the units ought to know, and neither were told nor have held back for a living cause. */
function lost(city: City): string[] {
  const { alerts, telling } = city;
  const told = new Set(telling.notices.map(({ changeId }) => changeId));
  const held = telling.hushes.filter((hush) => hush.told === null);
  return alerts.rows.flatMap(({ id, status }) => {
    const changes = alerts.log.filter(
      (line) => line.alertId === id && ['raised', 'upgraded'].includes(line.kind),
    );
    const last = changes.at(-1);
    const isSettled =
      status === 'closed' ||
      !last ||
      told.has(last.id) ||
      held.some((hush) => hush.alertId === id) ||
      telling.hushes.some(
        (hush) =>
          hush.alertId === id && hush.told !== null && Number(hush.changeId) >= Number(last.id),
      );
    return isSettled ? [] : [`alert ${id}: ${last.kind} ${last.id}`];
  });
}

/** What is owed on an alert that is worked on nowhere any more. */
const torn = ({ duties, alerts }: City): string[] =>
  duties.standing.flatMap(({ id, alertId }) =>
    alerts.goalOf(alertId ?? '').status === 'open' ? [] : [`duty ${id} on alert ${alertId ?? ''}`],
  );

const RESULTS = ['confirmed', 'refuted', 'transferred', 'closed', 'reopened'];

/** Whether somebody found out something about an alert, or about one that it lives on in. */
const hasResult = ({ alerts }: City, alertId: string): boolean =>
  alerts.log.some((line) => RESULTS.includes(line.kind) && alerts.livesIn(alertId, line.alertId));

/** Alerts that still want an answer, whatever they were merged into or taken out of. */
const wanting = (city: City): string[] =>
  city.alerts.rows.flatMap(({ id }) =>
    city.alerts.goalOf(id).status === 'open' && !hasResult(city, id) ? [id] : [],
  );

/** Units that were told to answer an alert, and neither owe it any more, nor answered, nor gave it over. */
function unowed(city: City): string[] {
  const { duties, telling } = city;
  return wanting(city).flatMap((alertId) => {
    const told = telling.notices.filter((n) => n.alertId === alertId && n.to.dueAt !== null);
    const units = new Set(told.filter((n) => n.kind === 'alert').map((n) => n.to.unit));
    return [...units].flatMap((unit) => {
      const owed = duties.rows.filter(
        (d) => d.alertId === alertId && d.unit === unit && d.kind === 'answer',
      );
      const isSafe = owed.some(
        (d) => d.endedBecause === null || d.endedBecause.startsWith('已改派'),
      );
      return isSafe ? [] : [`${unit} on alert ${alertId}`];
    });
  });
}

/** What has to be done a second time, or got another deadline, although nothing new was told of the alert. */
function anew(city: City): string[] {
  const { alerts, duties } = city;
  return wanting(city).flatMap((alertId) => {
    const telling = ['raised', 'upgraded', 'assigned', 'differs'];
    const told = alerts.log.filter((l) => l.alertId === alertId && telling.includes(l.kind)).length;
    const keys = duties.rows
      .filter((d) => d.alertId === alertId)
      .map((d) => `${d.unit} ${d.kind} on alert ${alertId}`);
    return [...new Set(keys)].filter((key) => keys.filter((one) => one === key).length > told);
  });
}

/** Merged alerts that stand above the one that goes on for them. */
const hidden = ({ alerts }: City): string[] =>
  alerts.rows.flatMap((row) => {
    const merged = alerts.merged(row);
    return merged && isHigher(row.tier, merged.tier) ? [`alert ${row.id} in ${merged.into}`] : [];
  });

/** What a unit owes and cannot do, because the alert where it is done does not know the unit. */
async function barred({ duties, alerts, on }: City): Promise<string[]> {
  const of = async ({ id, unit, alertId }: (typeof duties.standing)[number]) => {
    const goal = alerts.goalOf(alertId ?? '').id;
    const told = await on.life.toldUnits(new FakeTransaction(), goal);
    return told.some((one) => one.unit === unit) ? [] : [`duty ${id} of ${unit} on ${goal}`];
  };
  return (await Promise.all(duties.standing.map(of))).flat();
}

/** Changes that somebody was told of twice by one channel. */
function twice(city: City): string[] {
  const first = city.telling.notices.filter(
    ({ kind, step }) => kind === 'alert' && !step.includes('~'),
  );
  const keys = first.map((n) => `${n.changeId ?? ''} ${n.to.recipient.key} ${n.channel}`);
  return keys.filter((key, i) => keys.indexOf(key) !== i);
}

describe('whatever happens in whatever order', () => {
  it('no alert is lost and nobody is told twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (events) => {
        const city = await play(events);
        expect(lost(city)).toEqual([]);
        expect(twice(city)).toEqual([]);
        expect(torn(city)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing that is owed ends, slides or cannot be done because alerts were merged or taken apart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mergesAndWork, { maxLength: 25 }), async (events) => {
        const city = await play([...THREE, ...events]);
        await city.tick();
        expect(unowed(city)).toEqual([]);
        expect(anew(city)).toEqual([]);
        expect(hidden(city)).toEqual([]);
        expect(await barred(city)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('nothing stays held back once every cause is over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (events) => {
        const city = await play(events);
        for (const flood of city.quiet.floods)
          if (!flood.endedAt) await city.endFlood(flood.id, true);
        for (const row of [...city.alerts.rows].reverse())
          if (row.status === 'merged') await city.unmerge(row.id).catch(() => undefined);
        for (const row of city.alerts.rows) if (row.status === 'open') row.stage = 'refuted';
        city.clock.advance(hours(24 * 91));
        await city.tick();
        const held = city.telling.hushes.filter((hush) => hush.told === null);
        expect(held.filter((hush) => city.alerts.row(hush.alertId).status !== 'merged')).toEqual(
          [],
        );
      }),
      { numRuns: 200 },
    );
  });

  it('whoever owes something is called up to the convener in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 30 }), async (events) => {
        const city = await play(events);
        for (const days of [100, 30]) {
          city.clock.advance(hours(24 * days));
          await city.tick();
        }
        for (const duty of city.duties.standing.filter((one) => one.pausedAt === null)) {
          const step = `${duty.kind}#${duty.id}.${String(duty.round)}:overdue-4`;
          expect(city.mails).toContain(`office/convener ${step}`);
        }
      }),
      { numRuns: 200 },
    );
  });
});
