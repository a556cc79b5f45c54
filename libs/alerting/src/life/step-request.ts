import type { Signature } from '@risk/domain';
import type { StepKind } from './steps.js';

/** What somebody does with an alert. */
export interface StepRequest extends Signature {
  readonly alertId: string;
  readonly kind: StepKind;
  /** The unit for which the person acts. */
  readonly unit: string;
  /** The line of the log that the person saw last; only deciding steps ask for it. */
  readonly seen: string | null;
  /** What came in from outside and was checked by whoever took it in: nothing of the log had to be seen. */
  readonly isAnswer?: boolean;
  /** Whether the outcome is kept elsewhere in the same transaction. */
  readonly hasOutcome?: boolean;
  /** To whom an alert is assigned. */
  readonly toUnit?: string | undefined;
  /** Who of the acting unit works on an alert from now on; null is nobody. */
  readonly toPerson?: string | null | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}
