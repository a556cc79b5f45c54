import {
  countOperator,
  growthOperator,
  sequenceOperator,
  signalOperator,
  sumOperator,
} from './entity.js';
import { hitOperator, nearOperator, noHitOperator } from './hits.js';
import {
  ageOperator,
  changesOperator,
  numberOperator,
  sizeOperator,
  yieldOperator,
} from './number.js';
import type { Operator } from './operator.js';
import { absentOperator, presentOperator, valueOperator } from './presence.js';
import { textOperator } from './text.js';

/** Every question that a condition can ask; one line to add one. */
export const OPERATORS: readonly Operator[] = [
  textOperator,
  numberOperator,
  ageOperator,
  yieldOperator,
  sizeOperator,
  changesOperator,
  presentOperator,
  absentOperator,
  valueOperator,
  hitOperator,
  noHitOperator,
  nearOperator,
  countOperator,
  sumOperator,
  growthOperator,
  signalOperator,
  sequenceOperator,
];
