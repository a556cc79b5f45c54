import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hours, RiskError } from '@risk/kit';
import { City } from '../testing/city.js';
import { happening, type Happening } from '../testing/happenings.js';

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

/** What is owed on an alert that is not worked on any more. */
const torn = ({ duties, alerts }: City): string[] =>
  duties.standing.flatMap(({ id, alertId }) =>
    alerts.row(alertId ?? '').status === 'open' ? [] : [`duty ${id} on alert ${alertId ?? ''}`],
  );

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
