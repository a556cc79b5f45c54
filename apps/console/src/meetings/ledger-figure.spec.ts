import { expect, it } from '@jest/globals';
import { figureIn, type Figure } from './ledger-figure.js';

it.each<[string, Figure | null]>([
  ['', null],
  ['unit=jrb', null],
  ['unit=jrb&figure=owed', { of: 'duties', unit: 'jrb', kind: null, outcome: 'owed' }],
  ['unit=jrb&figure=answer-late', { of: 'duties', unit: 'jrb', kind: 'answer', outcome: 'late' }],
  ['unit=jrb&figure=refuted', { of: 'findings', unit: 'jrb', verdict: 'refuted' }],
  ['unit=jrb&figure=sleep-late', null],
  ['unit=jrb&figure=answer-lost', null],
])('the figure of %j', (query, figure) => {
  expect(figureIn(new URLSearchParams(query))).toEqual(figure);
});
