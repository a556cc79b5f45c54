import { describe, expect, it } from '@jest/globals';
import type * as intake from '../../../console/src/api/intake.js';
import type { Listed } from '../../../console/src/api/listed.js';
import type * as sources from '../../../console/src/api/sources.js';
import type { DeadLettersController } from '../dead-letters.controller.js';
import type { EntriesController } from '../entries.controller.js';
import type { ImportsController } from '../imports.controller.js';
import type { SourcesController } from '../sources.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what the doors of the intake answer is what the workbench reads there. */
interface Doors {
  readonly form: [Answer<EntriesController['form']>, intake.EntryFacts];
  readonly enter: [Answer<EntriesController['enter']>, intake.EntryAnswer];
  readonly imports: [Answer<ImportsController['list']>, intake.ImportList];
  readonly upload: [Answer<ImportsController['upload']>, intake.ImportView];
  readonly one: [Answer<ImportsController['one']>, intake.ImportView];
  readonly sources: [Answer<SourcesController['sources']>, Listed<sources.SourceLine>];
  readonly lines: [Answer<SourcesController['lines']>, Listed<sources.LedgerLine>];
  readonly letters: [Answer<DeadLettersController['list']>, Listed<sources.LetterLine>];
  readonly letter: [Answer<DeadLettersController['one']>, sources.LetterDetail];
  readonly replay: [Answer<DeadLettersController['replay']>, sources.ReplayReport];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ form: true, enter: true, imports: true, upload: true, one: true },
  ...{ sources: true, lines: true, letters: true, letter: true, replay: true },
};

describe('the workbench of the intake', () => {
  it('agrees with the house on what its doors answer', () => {
    expect(Object.values(DOORS).every(Boolean)).toBe(true);
  });
});
