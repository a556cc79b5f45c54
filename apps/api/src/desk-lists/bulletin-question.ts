import { readScope } from '@risk/bulletins';
import type { ListColumn } from '@risk/assembly';
import {
  BULLETIN_KINDS,
  BULLETIN_STATES,
  bulletinName,
  type BulletinKind,
  type BulletinState,
  type Sight,
} from '@risk/domain';
import { chinaTime, readForm } from '@risk/kit';
import { BULLETIN_SORTS, type BulletinListQuestion } from '@risk/store';
import type { Bulletin } from '@risk/bulletins';
import { z } from 'zod';
import { listForm, listQuestion } from '../lists/list-form.js';
import { scopeName, stateWords } from '../pages/bulletins-page.js';
import type { Names } from '../pages/words.js';

/** What may be asked of the list of bulletins. */
export const bulletinForm = z.strictObject({
  ...listForm(BULLETIN_SORTS, '-composedAt'),
  kind: z.enum(BULLETIN_KINDS as [BulletinKind, ...BulletinKind[]]).optional(),
  edition: z.string().max(60).optional(),
  state: z.enum(BULLETIN_STATES as [BulletinState, ...BulletinState[]]).optional(),
  words: z.string().trim().max(100).optional(),
});

/** Reads which bulletins somebody wants; what somebody may not see yet is not among them. */
export function readBulletinQuestion(
  query: unknown,
  sight: Sight,
  open: readonly BulletinState[],
): BulletinListQuestion {
  const { kind, edition, state, words = '', ...list } = readForm(bulletinForm, query);
  if (edition !== undefined) readScope(edition);
  const states = open.filter((one) => state === undefined || one === state);
  return {
    ...{ ...listQuestion(list), kind: kind ?? null, scope: edition ?? null, states },
    ...{ words: words === '' ? null : words, sight },
  };
}

/** Bulletins as a workbook. */
export const bulletinColumns = (names: Names): readonly ListColumn<Bulletin>[] => [
  { title: '种类', cell: ({ kind }) => bulletinName(kind) },
  { title: '标题', width: 50, cell: ({ title }) => title },
  { title: '期号', cell: ({ number }) => number },
  { title: '年', cell: ({ year }) => year },
  { title: '版', width: 24, cell: ({ scope }) => scopeName(scope, names) },
  { title: '更正', cell: ({ revision }) => (revision > 0 ? `第 ${revision} 次更正` : '') },
  { title: '状态', cell: (one) => stateWords(one) },
  { title: '编制', cell: ({ composedAt }) => chinaTime(composedAt) },
  { title: '签发', cell: ({ issuedAt }) => issuedAt && chinaTime(issuedAt) },
  { title: '样例', cell: ({ samples }) => (samples ? '样例' : '') },
];
