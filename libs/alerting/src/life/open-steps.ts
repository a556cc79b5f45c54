import { Invalid } from '@risk/kit';
import { stageAfter, STEP_KINDS, type Stand, type StepKind } from './steps.js';

/** The steps that a unit can take now, in the order of the table; screens offer these and no others. */
export const openSteps = (stand: Stand, isOffice: boolean): StepKind[] =>
  STEP_KINDS.filter((kind) => isOpen(kind, stand, isOffice));

/** Asked of what decides, so that what is offered and what is taken never differ. */
function isOpen(kind: StepKind, stand: Stand, isOffice: boolean): boolean {
  try {
    stageAfter(kind, stand, isOffice);
    return true;
  } catch (error) {
    if (error instanceof Invalid) return false;
    throw error;
  }
}
