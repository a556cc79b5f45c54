import { stepsAt, type StepKind } from '@risk/alerting';
import type { Person } from '@risk/access';
import type { House } from '@risk/assembly';
import type { QueueAsker, QueueLine } from '@risk/store';
import { may } from '../access/must.js';

/** An alert in the queue with what it is called and what the asker can do with it. */
export interface QueueRow extends QueueLine {
  readonly region: string;
  /** The steps that the asker can take now. */
  readonly can: readonly StepKind[];
}

/** Who asks, as the queue needs it. */
export const queueAsker = ({ id, name, unit, sight }: Person): QueueAsker => ({
  ...{ id, name, unit, sight },
});

/** Turns lines of the queue into rows for somebody. */
export function rowsFor(
  { regionName, alerts }: House,
  asker: Person,
): (line: QueueLine) => QueueRow {
  const isOffice = asker.unit === alerts.timetable.office;
  const acts = may(asker, 'alerts.act');
  return (line) => {
    const { regionCode, stage, role, status } = line;
    const can = acts && status !== 'merged' ? stepsAt({ stage, role }, isOffice) : [];
    return { ...line, region: regionName(regionCode), can };
  };
}
