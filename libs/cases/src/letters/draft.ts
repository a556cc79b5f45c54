import { isCalendarDay, Invalid } from '@risk/kit';
import {
  headingBlock,
  paragraphBlock,
  tableBlock,
  type Block,
  type Paper,
  type PaperKind,
} from '@risk/domain';
import type { LetterEnds } from './facts.js';

/** One kind of statutory letter. */
export interface Letter<Facts extends LetterEnds> {
  readonly title: string;
  /** What it rests on. */
  readonly article: string;
  /** Facts in, drafts out: the letter itself first, what belongs to it after. */
  write(facts: Facts): readonly Paper[];
}

/** What a letter says beyond its ends. */
export interface Wording {
  readonly kind?: PaperKind;
  readonly title: string;
  readonly addressee?: string | null;
  readonly body: readonly Block[];
  readonly attachments?: readonly string[];
  readonly sealed?: boolean;
}

/** A draft without a number: only a person gives one. */
export function draft(ends: LetterEnds, wording: Wording): Paper {
  if (!isCalendarDay(ends.on)) throw new Invalid('on：文书日期应为 yyyy-mm-dd');
  const { kind = 'letter', title, addressee = ends.to, body, attachments = [] } = wording;
  const signature = { unit: ends.from, sealed: wording.sealed ?? true };
  const common = { signature, date: ends.on, copies: ends.copies, isDraft: true, number: null };
  return { kind, title, addressee, body, attachments, ...common };
}

export { headingBlock as heading, paragraphBlock as text };

/** A table, or a sentence when there is nothing to put in it. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { shares, empty = '无。' }: { readonly shares?: readonly number[]; readonly empty?: string } = {},
): Block {
  return rows.length === 0 ? paragraphBlock(empty) : tableBlock(head, rows, shares);
}

/** Numbered sentences; a sentence when there are none. */
export const list = (items: readonly string[], empty = '无。'): readonly Block[] =>
  items.length === 0
    ? [paragraphBlock(empty)]
    : items.map((item, i) => paragraphBlock(`${i + 1}. ${item}`));
