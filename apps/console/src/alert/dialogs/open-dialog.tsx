import type { FunctionComponent } from 'react';
import type { Act, DialogKind } from '../acts.js';
import { ConcludeDialog } from './conclude-dialog.js';
import type { DialogProps } from './dialog-props.js';
import { EntryDialog } from './entry-dialog.js';
import { HandOverDialog } from './hand-over-dialog.js';
import { OutcomeDialog } from './outcome-dialog.js';
import { ReceiptDialog } from './receipt-dialog.js';
import { SilenceDialog } from './silence-dialog.js';
import { StepDialog } from './step-dialog.js';
import { TierDialog } from './tier-dialog.js';
import { VerifyDialog } from './verify-dialog.js';

/** The forms of all acts but plain steps; one line to add one. */
const FORMS: Readonly<
  Record<Exclude<DialogKind, 'step' | 'decide'>, FunctionComponent<DialogProps>>
> = {
  ...{ verify: VerifyDialog, entry: EntryDialog, conclude: ConcludeDialog, tier: TierDialog },
  ...{ 'hand-over': HandOverDialog, receipt: ReceiptDialog, outcome: OutcomeDialog },
  silence: SilenceDialog,
};

const VERDICTS = ['refuted', 'closed'] as const;

/** The form of an act. */
export default function OpenDialog({ act, ...props }: DialogProps & { readonly act: Act }) {
  const { code, dialog } = act;
  if (dialog === 'step') return <StepDialog {...props} kinds={[code]} />;
  if (dialog === 'decide') {
    const kinds = VERDICTS.filter((kind) => props.whole.may.steps.includes(kind));
    return <StepDialog {...props} kinds={kinds} />;
  }
  const Form = FORMS[dialog];
  return <Form {...props} />;
}
