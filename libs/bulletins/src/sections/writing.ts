import {
  ALERT_TIERS,
  headingBlock,
  paragraphBlock,
  schemeName,
  tableBlock,
  tierColour,
  type Block,
  type Chart,
  type Scheme,
  type Tier,
} from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { AlertLine, AlertReason } from '../source.js';
import type { CityWords, NamedEntity, Written } from './section.js';

/** What a section says when it is filled in bit by bit. */
export const written = (more: Partial<Written> & Pick<Written, 'blocks'>): Written => ({
  lead: null,
  figures: [],
  sheets: [],
  named: [],
  isQuiet: true,
  ...more,
});

export { paragraphBlock as text, tableBlock as table };
export const heading = (words: string): Block => headingBlock(words, 2);
export const chart = (drawn: Chart): Block => ({ kind: 'chart', chart: drawn });

/** A heading with what stands under it; nothing when there is nothing. */
export const under = (words: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(words), ...blocks];

/** Numbered rows. */
export const numbered = <T>(
  list: readonly T[],
  cells: (one: T) => readonly string[],
): readonly (readonly string[])[] => list.map((one, at) => [String(at + 1), ...cells(one)]);

/** `红色 1 件、橙色 3 件`; null when there is none. */
export function tierCounts(counts: Readonly<Partial<Record<Tier, number>>>): string | null {
  const told = ALERT_TIERS.flatMap((tier) => {
    const count = counts[tier] ?? 0;
    return count === 0 ? [] : [`${tierColour(tier)} ${count} 件`];
  });
  return told.length === 0 ? null : told.join('、');
}

export const totalOf = (counts: Readonly<Partial<Record<Tier, number>>>): number =>
  ALERT_TIERS.reduce((sum, tier) => sum + (counts[tier] ?? 0), 0);

/** A suspicion, never a finding. */
export const suspected = (scheme: Scheme): string =>
  scheme === 'none' ? '类型待定' : `疑似${schemeName(scheme)}`;

/** Day and minute in China without the year. */
export const shortTime = (at: Date): string => chinaTime(at).slice(5);

const MOST_REASONS = 3;

/**
 * Why an alert stands: the words of advertisements and registers, but of complaints only what they are about,
 * never what they say.
 */
export function reasonsText({ reasons }: Pick<AlertLine, 'reasons'>, words: CityWords): string {
  const told = reasons.map((reason) => reasonText(reason, words)).filter((one) => one !== null);
  const distinct = [...new Set(told)].slice(0, MOST_REASONS);
  return distinct.length === 0 ? '多项指标综合' : distinct.join('；');
}

function reasonText({ code, because, isPublic }: AlertReason, words: CityWords): string | null {
  const isQuotable = isPublic && !words.isAboutWhole(code);
  return isQuotable ? words.mask(because) : words.reasonTitle(code);
}

/** Entities that are named, for the last gate; what is about nobody names nobody. */
export const namedIn = (
  lines: readonly { readonly entityId: string | null; readonly entityName: string | null }[],
): NamedEntity[] =>
  lines.flatMap(({ entityId, entityName }) =>
    entityId === null || entityName === null ? [] : [{ entityId, name: entityName }],
  );

/** How many stand nowhere on paper. */
export const restText = (count: number): readonly Block[] =>
  count <= 0 ? [] : [paragraphBlock(`另有 ${count} 件未在正文逐条列出，见附件。`)];
