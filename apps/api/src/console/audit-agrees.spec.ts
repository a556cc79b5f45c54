import { expect, it } from '@jest/globals';
import type * as told from '../../../console/src/api/audit.js';
import type { Listed } from '../../../console/src/api/listed.js';
import type { AuditController } from '../audit.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly list: [Answer<AuditController['list']>, Listed<told.AuditLine>];
  readonly actions: [Answer<AuditController['actions']>, told.AuditActions];
  readonly verification: [Answer<AuditController['verification']>, told.VerificationState];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ list: true, actions: true, verification: true },
};

it('the workbench reads of the audit what its doors answer', () => {
  expect(Object.values(DOORS)).toEqual([true, true, true]);
});
