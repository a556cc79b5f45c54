import { lazy, Suspense } from 'react';
import type { QueueChoices } from '../api/queue.js';
import type { ActKind } from './acts.js';
import { AssignDialog } from './assign-dialog.js';
import { DecideDialog } from './decide-dialog.js';
import type { DialogProps } from './dialog-props.js';
import { KEYS } from './keys.js';
import { NoteDialog } from './note-dialog.js';

const KeysDialog = lazy(() => import('../shown/keys-dialog.js'));

/** Which dialogue is open. */
export type OpenDialog = 'assign' | 'decide' | 'note' | 'pause' | 'resume' | 'help';

interface DialogsProps extends DialogProps {
  readonly open: OpenDialog;
  readonly can: (kind: ActKind) => boolean;
  readonly colleagues: QueueChoices['colleagues'];
}

/** The dialogue that is open. */
export function Dialogs({ open, can, colleagues, ...rest }: DialogsProps) {
  if (open === 'help')
    return (
      <Suspense fallback={null}>
        <KeysDialog lines={LINES} close={rest.close} />
      </Suspense>
    );
  if (open === 'assign') return <AssignDialog colleagues={colleagues} {...rest} />;
  if (open === 'decide') return <DecideDialog can={can} {...rest} />;
  return <NoteDialog kind={KINDS[open]} {...rest} />;
}

const LINES = KEYS.map(({ keys, words }) => [keys, words] as const);
const KINDS = { note: 'noted', pause: 'paused', resume: 'resumed' } as const;
