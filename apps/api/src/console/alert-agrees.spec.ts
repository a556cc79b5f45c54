import { describe, expect, it } from '@jest/globals';
import { logWord, NOTICE_STATES, noticeStateName, STEP_KINDS, stepTitle } from '@risk/alerting';
import type { Evidence, NotHigher } from '../../../console/src/api/alert-evidence.js';
import type { WholeAlert } from '../../../console/src/api/alert.js';
import * as words from '../../../console/src/alert/words.js';
import { ACTIONS } from '../../../../libs/cases/src/verification/verification.js';
import type { AlertScreenController } from '../alert-screen.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly whole: [Answer<AlertScreenController['whole']>, WholeAlert];
  readonly evidence: [Answer<AlertScreenController['evidence']>, Evidence];
  readonly notHigher: [Answer<AlertScreenController['notHigher']>, NotHigher];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ whole: true, evidence: true, notHigher: true },
};

describe('the screen of an alert agrees with the house', () => {
  it('on what its doors answer', () => {
    expect(Object.values(DOORS).every(Boolean)).toBe(true);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[], (code: never) => string]>([
    ['states of notices', words.NOTICE_STATES, NOTICE_STATES, noticeStateName],
    ['steps', words.STEPS, STEP_KINDS, stepTitle],
  ])('on what %s are called', (_what, here, codes, nameOf) => {
    expect(here).toEqual(Object.fromEntries(codes.map((code) => [code, nameOf(code as never)])));
  });

  it('on what happens to alerts and on what officers do', () => {
    for (const [kind, word] of Object.entries(words.HAPPENINGS)) expect(word).toBe(logWord(kind));
    const actions = Object.entries(ACTIONS).map(([kind, { name, basis }]) => [kind, name, basis]);
    expect(
      Object.entries(words.ACTION_KINDS_TOLD).map(([k, { name, basis }]) => [k, name, basis]),
    ).toEqual(actions);
  });
});
