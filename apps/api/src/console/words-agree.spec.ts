import { expect, it } from '@jest/globals';
import { answerName, findingName } from '@risk/cases';
import {
  ALERT_STAGES,
  DIMENSIONS,
  dimensionName,
  DUTY_KINDS,
  dutyName,
  ELEMENTS,
  elementName,
  FEEDS,
  feedName,
  OUTCOME_VERDICTS,
  outcomeName,
  SCHEMES,
  schemeName,
  stageName,
  tierColour,
  TIERS,
} from '@risk/domain';
import { fieldNames, fieldSpec, type Subject } from '@risk/rules';
import { FIELD_WORDS } from '../../../console/src/rules/field-words.js';
import { TIER_NAMES } from '../../../console/src/shown/tier.js';
import * as words from '../../../console/src/shown/words.js';
import { NOTICE_KINDS, noticeKindName, roleName } from '../pages/words.js';

const ANSWERS = ['filed', 'declined', 'material'] as const;
const FINDINGS = ['met', 'not-met', 'unclear'] as const;
const SUBJECTS: readonly Subject[] = [...FEEDS, 'entity'];
const ROLES = ['lead', 'assist', 'copy'] as const;

it.each<[string, Readonly<Record<string, string>>, readonly string[], (code: never) => string]>([
  ['stages', words.STAGE_WORDS, ALERT_STAGES, stageName],
  ['schemes', words.SCHEME_WORDS, SCHEMES, schemeName],
  ['dimensions', words.DIMENSION_WORDS, DIMENSIONS, dimensionName],
  ['elements', words.ELEMENT_WORDS, ELEMENTS, elementName],
  ['verdicts', words.VERDICT_WORDS, OUTCOME_VERDICTS, outcomeName],
  ['feeds', words.FEED_WORDS, FEEDS, feedName],
  ['tiers', TIER_NAMES, TIERS, tierColour],
  ['findings', words.FINDING_WORDS, FINDINGS, findingName],
  ['duties', words.DUTY_WORDS, DUTY_KINDS, dutyName],
  ['answers of public security', words.ANSWER_WORDS, ANSWERS, answerName],
  ['roles', words.ROLE_WORDS, ROLES, roleName],
  [
    'fields of rules',
    FIELD_WORDS,
    SUBJECTS.flatMap(fieldNames),
    (name) => fieldSpec(name)?.label ?? '',
  ],
  ['kinds of notices', words.NOTICE_KINDS, NOTICE_KINDS, noticeKindName],
])('the workbench calls %s as the house does', (_what, here, codes, nameOf) => {
  expect(here).toEqual(Object.fromEntries(codes.map((code) => [code, nameOf(code as never)])));
});
