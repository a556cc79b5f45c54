import type { TipDetail, TipState } from '../api/tips.js';
import type { Standing } from '../shown/standing.js';

/** How the states are called, as the public reads them, and how to show them. */
export const STATE_WORDS: Readonly<
  Record<TipState, { readonly word: string; readonly standing: Standing }>
> = {
  received: { word: '已收到', standing: 'waiting' },
  verifying: { word: '正在核查', standing: 'plain' },
  concluded: { word: '已核查', standing: 'good' },
};

const PARTS: readonly (readonly [key: string, word: string])[] = [
  ['name', '名称'],
  ['address', '地址'],
  ['phone', '电话'],
  ['website', '网站'],
  ['app', 'APP、群'],
];

const textAt = (of: Readonly<Record<string, unknown>>, key: string): string => {
  const value = of[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The parties of a report in words, one each: `名称 某公司，电话 0735…`. */
export function partyWords({ payload }: Pick<TipDetail, 'payload'>): readonly string[] {
  const targets = payload?.['targets'];
  if (!Array.isArray(targets)) return [];
  return (targets as readonly Readonly<Record<string, unknown>>[]).map((target) =>
    PARTS.filter(([key]) => textAt(target, key) !== '')
      .map(([key, word]) => `${word} ${textAt(target, key)}`)
      .join('，'),
  );
}

/** What was said of a kind, or that nothing was. */
export const saidOf = ({ payload }: Pick<TipDetail, 'payload'>, key: string): string | null => {
  const text = payload === null ? '' : textAt(payload, key);
  return text === '' ? null : text;
};
