import type { ListColumn } from '@risk/assembly';
import { tierName } from '@risk/domain';
import { chinaTime, readForm } from '@risk/kit';
import {
  FLOOD_SORTS,
  HUSHED_SORTS,
  SILENCE_SORTS,
  type FloodLine,
  type FloodQuestion,
  type HushedAlert,
  type HushedQuestion,
  type SilenceLine,
  type SilenceQuestion,
} from '@risk/store';
import { z } from 'zod';
import { listForm, listQuestion } from '../lists/list-form.js';
import { silencedWhat } from '../pages/silences-page.js';
import { causeName, type Names } from '../pages/words.js';

/** What may be asked of the list of silences. */
export const silenceForm = z.strictObject({
  ...listForm(SILENCE_SORTS, '-endsAt'),
  state: z.enum(['current', 'all']).default('current'),
});
/** What may be asked of the list of floods. */
export const floodForm = z.strictObject({
  ...listForm(FLOOD_SORTS, '-openedAt'),
  state: z.enum(['open', 'all']).default('all'),
});
const CAUSES = ['silence', 'flood', 'inhibited', 'merged', 'unsaid'] as const;
/** What may be asked of the alerts of which nobody is told. */
export const hushedForm = z.strictObject({
  ...listForm(HUSHED_SORTS, 'tier'),
  cause: z.enum(CAUSES).optional(),
});

export function readSilenceQuestion(query: unknown, now: Date): SilenceQuestion {
  const { state, ...list } = readForm(silenceForm, query);
  return { ...listQuestion(list), inForceAt: state === 'current' ? now : null };
}

export function readFloodQuestion(query: unknown): FloodQuestion {
  const { state, ...list } = readForm(floodForm, query);
  return { ...listQuestion(list), isOpen: state === 'open' };
}

export function readHushedQuestion(query: unknown): HushedQuestion {
  const { cause, ...list } = readForm(hushedForm, query);
  return { ...listQuestion(list), cause: cause ?? null };
}

/** Silences as a workbook. */
export const silenceColumns = (names: Names): readonly ListColumn<SilenceLine>[] => [
  { title: '编号', cell: ({ id }) => id },
  { title: '静默什么', width: 50, cell: (silence) => silencedWhat(silence, names) },
  { title: '由谁', cell: ({ owner }) => owner },
  { title: '理由', width: 40, cell: ({ because }) => because },
  { title: '起', cell: ({ startsAt }) => chinaTime(startsAt) },
  { title: '止', cell: ({ endsAt }) => chinaTime(endsAt) },
  { title: '提前结束', cell: ({ endedAt }) => endedAt && chinaTime(endedAt) },
  { title: '何人结束', cell: ({ endedBy }) => endedBy },
  { title: '压着', cell: ({ held }) => held },
];

/** Floods as a workbook. */
export const FLOOD_EXPORT: readonly ListColumn<FloodLine>[] = [
  { title: '编号', cell: ({ id }) => id },
  { title: '规则', width: 30, cell: ({ code }) => code },
  { title: '起', cell: ({ openedAt }) => chinaTime(openedAt) },
  { title: '压着', cell: ({ held }) => held },
  { title: '决定', cell: ({ released }) => RELEASED[String(released)] ?? '' },
  { title: '何时决定', cell: ({ endedAt }) => endedAt && chinaTime(endedAt) },
  { title: '何人决定', cell: ({ endedBy }) => endedBy },
  { title: '理由', width: 40, cell: ({ because }) => because },
];

const RELEASED: Readonly<Record<string, string>> = {
  ...{ true: '放行', false: '不发送', null: '待决定' },
};

/** The alerts that are held back as a workbook. */
export const HUSHED_EXPORT: readonly ListColumn<HushedAlert>[] = [
  { title: '预警编号', cell: ({ id }) => id },
  { title: '主体', width: 30, cell: ({ entityName }) => entityName },
  { title: '预警等级', cell: ({ tier }) => tierName(tier) },
  { title: '原因', cell: ({ cause }) => causeName(cause) },
  { title: '说明', width: 40, cell: ({ because }) => because },
  { title: '起', cell: ({ since }) => chinaTime(since) },
  { title: '样例', cell: ({ sample }) => (sample ? '样例' : '') },
];
