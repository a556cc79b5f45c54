import { describe, expect, it } from '@jest/globals';
import {
  DIMENSIONS as CODES,
  ELEMENTS,
  SCHEMES,
  dimensionName,
  elementName,
  schemeName,
} from '@risk/domain';
import type * as editions from '../../../console/src/api/editions.js';
import type { Listed } from '../../../console/src/api/listed.js';
import type * as rules from '../../../console/src/api/rules.js';
import type { TrialPair } from '../../../console/src/api/trial.js';
import { DIMENSION_NAMES, ELEMENT_NAMES, SCHEME_NAMES } from '../../../console/src/rules/names.js';
import type { EditionListController } from '../rules/edition-list.controller.js';
import type { EditionsController } from '../editions.controller.js';
import type { BacktestsController } from '../rules/backtests.controller.js';
import type { DraftsController } from '../rules/drafts.controller.js';
import type { LexiconController } from '../rules/lexicon.controller.js';
import type { RulesController } from '../rules/rules.controller.js';
import type { StrikesController } from '../rules/strikes.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly rules: [Answer<RulesController['list']>, rules.Counted<rules.RuleRow>];
  readonly rule: [Answer<RulesController['one']>, rules.WholeRule];
  readonly lexicon: [Answer<LexiconController['list']>, rules.Counted<rules.WordRow>];
  readonly words: [Answer<LexiconController['one']>, rules.WholeWords];
  readonly strikes: [Answer<StrikesController['records']>, Listed<rules.StrikeLine>];
  readonly alerts: [Answer<StrikesController['alerts']>, readonly rules.StruckAlert[]];
  readonly try: [Answer<DraftsController['try']>, TrialPair];
  readonly check: [Answer<DraftsController['check']>, editions.DraftReport];
  readonly keep: [Answer<DraftsController['keep']>, editions.EditionLine];
  readonly editions: [Answer<EditionListController['list']>, Listed<editions.EditionLine>];
  readonly life: [Answer<EditionsController['life']>, editions.EditionLife];
  readonly shadow: [Answer<EditionsController['shadow']>, editions.ShadowState];
  readonly start: [Answer<BacktestsController['start']>, editions.BacktestJob];
  readonly backtest: [Answer<BacktestsController['state']>, editions.BacktestState];
  readonly changes: [Answer<BacktestsController['changes']>, Listed<editions.BacktestChange>];
  readonly difference: [Answer<BacktestsController['difference']>, editions.Difference];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ rules: true, rule: true, lexicon: true, words: true, strikes: true, alerts: true },
  ...{ try: true, check: true, keep: true, editions: true, life: true, shadow: true },
  ...{ start: true, backtest: true, changes: true, difference: true },
};

describe('the screens of rules agree with the house', () => {
  it('on what its doors answer', () => {
    expect(Object.values(DOORS).every(Boolean)).toBe(true);
  });

  it('on what dimensions, elements and schemes are called', () => {
    const named = <Code extends string>(codes: readonly Code[], nameOf: (code: Code) => string) =>
      Object.fromEntries(codes.map((code) => [code, nameOf(code)]));
    expect(DIMENSION_NAMES).toEqual(named(CODES, dimensionName));
    expect(ELEMENT_NAMES).toEqual(named(ELEMENTS, elementName));
    expect(SCHEME_NAMES).toEqual(named(SCHEMES, schemeName));
  });
});
