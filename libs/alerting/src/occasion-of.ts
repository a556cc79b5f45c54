import type { AlertChange } from '@risk/domain';
import type { AlertWrite, OpenAlert, WrittenAlert } from './ports.js';
import type { Occasion } from './telling/ports.js';

/** One step is told once: the line of the log makes it one of a kind. */
const stepOf = ({ kind, to }: AlertChange, changeId: string): string => `${kind}:${to}#${changeId}`;

/** What the units are to be told of a write; null when nothing happened that they need to know. */
export function occasionOf(
  { verdict, change, reopens, leaves }: AlertWrite,
  { alertId, changeId }: WrittenAlert,
  open: OpenAlert | undefined,
): Occasion | null {
  // Whoever was told of a tier is told again when it rises; a fall stands on the alert.
  if (!change || changeId === null || change.kind === 'lowered') return null;
  return {
    alertId,
    changeId,
    step: stepOf(change, changeId),
    verdict,
    tier: change.to,
    stage: reopens || !open ? 'raised' : open.stage,
    source: change.source,
    isAside: change.kind === 'differs',
    merged: leaves === null ? (open?.merged ?? null) : null,
    hasLeft: leaves !== null,
  };
}
