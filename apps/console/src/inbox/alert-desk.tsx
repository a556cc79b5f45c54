import type { AlertHead, AlertLifeFacts, HandOverLine, VerificationFacts } from '../api/inbox.js';
import type { Listed } from '../api/listed.js';
import { useAsked } from '../api/use-asked.js';
import { useMay } from '../shell/session-context.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { AlertFiles } from './alert-files.js';
import { AlertLog } from './alert-log.js';
import { HandOverCard } from './hand-over-card.js';
import { UnitActs } from './unit-acts.js';
import { UnitDuties } from './unit-duties.js';
import { VerificationPanel } from './verification-panel.js';

interface AlertDeskProps {
  readonly alertId: string;
  readonly unit: string;
  readonly isOwn: boolean;
  /** Something was done: what lies around may have changed, too. */
  readonly changed: () => Promise<void>;
}

/** Where a unit works on an alert: what it owes, what it does, what was done. */
export function AlertDesk({ alertId, unit, isOwn, changed }: AlertDeskProps) {
  const { life, head, verifications, handOvers, problem, again } = useDesk(alertId, changed);
  const mayVerify = useMay()('verifications.write') && isOwn;
  if (!life || !head)
    return problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />;
  const desk = { alertId, unit, isOwn, life, head, again };
  return (
    <>
      <UnitDuties duties={life.duties} unit={unit} />
      <UnitActs {...desk} />
      {(mayVerify || verifications.length > 0) && (
        <VerificationPanel {...desk} verifications={verifications} />
      )}
      {handOvers.map(({ id }) => (
        <HandOverCard key={id} id={id} changed={again} />
      ))}
      <AlertFiles files={life.files} />
      <AlertLog log={life.log} />
    </>
  );
}

/** What the desk has to know of an alert, as far as the person may. */
function useDesk(alertId: string, changed: () => Promise<void>) {
  const may = useMay();
  const life = useAsked<AlertLifeFacts>(`alerts/${alertId}/life`);
  const head = useAsked<AlertHead>(`alerts/${alertId}`);
  const verifications = useAsked<readonly VerificationFacts[]>(
    may('verifications.read') ? `alerts/${alertId}/verifications` : null,
  );
  const handOvers = useAsked<Listed<HandOverLine>>(
    may('handovers.read') ? `handovers?state=all&alert=${alertId}` : null,
  );
  const again = async (): Promise<void> => {
    const all = [life, head, verifications, handOvers].map((one) => one.again());
    await Promise.all([...all, changed()]);
  };
  return {
    ...{ life: life.data, head: head.data, problem: life.problem ?? head.problem, again },
    verifications: verifications.data ?? [],
    handOvers: handOvers.data?.rows ?? [],
  };
}
