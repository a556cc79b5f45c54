import type { Person } from '@risk/access';
import { MOST_AT_ONCE } from '@risk/alerting';
import type { AlertStage } from '@risk/domain';
import type { House } from '@risk/assembly';
import { Conflict, Invalid, RiskError } from '@risk/kit';
import { EVERY_OPEN, type AlertVersion, type QueueFilter } from '@risk/store';
import type { BulkAct, BulkChoice } from './bulk-form.js';
import { queueAsker } from './queue-row.js';

/** An alert with which it was done. */
export interface DoneAct {
  readonly id: string;
  /** The line of its log that this wrote: what whoever takes it back has seen. */
  readonly changeId: string;
  readonly stage: AlertStage;
  /** Who worked on it before. */
  readonly assigneeBefore: string | null;
}

/** An alert with which it was not done, and why. */
export interface FailedAct {
  readonly id: string;
  readonly because: string;
}

/** What became of each of many alerts. */
export interface ManyDone {
  readonly done: readonly DoneAct[];
  readonly failed: readonly FailedAct[];
}

/** Does one thing with many alerts, each by itself: what fails for one leaves the others done. */
export async function actOnMany(
  house: House,
  asker: Person,
  act: BulkAct,
  choice: BulkChoice,
): Promise<ManyDone> {
  const chosen = await versionsOf(house, asker, choice);
  const done: DoneAct[] = [];
  const failed: FailedAct[] = [...chosen.missing.map((id) => ({ id, because: '没有找到' }))];
  for (const { id, lastLine, assignee } of chosen.versions)
    try {
      const step = { ...act, alertId: id, unit: asker.unit, seen: lastLine };
      const { changeId, stage } = await house.alerts.take(step);
      done.push({ id, changeId, stage, assigneeBefore: assignee });
    } catch (error) {
      if (!(error instanceof RiskError)) throw error;
      failed.push({ id, because: error.message });
    }
  return { done, failed };
}

interface ChosenVersions {
  /** With the line that whoever chose them had seen. */
  readonly versions: readonly AlertVersion[];
  readonly missing: readonly string[];
}

const ANY: QueueFilter = { ...EVERY_OPEN, state: 'all', hushed: 'with' };

async function versionsOf(
  { alerts, clock }: House,
  asker: Person,
  choice: BulkChoice,
): Promise<ChosenVersions> {
  const asking = { asker: queueAsker(asker), now: clock.now() };
  if ('filter' in choice) {
    const versions = await alerts.queue.versions(choice.filter, asking, MOST_AT_ONCE + 1);
    refuseOther(versions.length, choice.expected);
    return { versions, missing: [] };
  }
  const seen = new Map(choice.alerts.map((one) => [one.id, one.seen]));
  const ids = [...seen.keys()];
  const found = await alerts.queue.versions({ ...ANY, ids }, asking, MOST_AT_ONCE);
  const known = new Set(found.map(({ id }) => id));
  return {
    versions: found.map((version) => ({ ...version, lastLine: seen.get(version.id) ?? null })),
    missing: ids.filter((id) => !known.has(id)),
  };
}

/** Whoever saw ten does not decide on twelve. */
function refuseOther(found: number, expected: number): void {
  if (found > MOST_AT_ONCE)
    throw new Invalid(`符合条件的超过 ${String(MOST_AT_ONCE)} 件，请缩小条件分批办理`);
  if (found !== expected)
    throw new Conflict(
      `其间有变化：现在符合条件的有 ${String(found)} 件，不是 ${String(expected)} 件，请核对后再办`,
    );
}
