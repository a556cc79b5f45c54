import type { Chart } from './chart.js';

/** What a paper is made up as: a letter 函, a bulletin 简报, or a form to be filled in. */
export type PaperKind = 'letter' | 'bulletin' | 'form';

/** Level 1 is 一、 level 2 （一） level 3 1. level 4 （1）: the renderer counts, never the writer. */
export type HeadingLevel = 1 | 2 | 3 | 4;

/** One piece of the body of a paper. */
export type Block =
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Shares of the width, one a column; equal shares when absent. */
      readonly shares?: readonly number[] | undefined;
    }
  /** A picture with its title under it. */
  | { readonly kind: 'chart'; readonly chart: Chart };

/** Whose paper it is. */
export interface PaperSignature {
  readonly unit: string;
  /** Whether a seal goes over it; the place differs (GB/T 9704-2012). */
  readonly sealed: boolean;
}

/** 报头: the head of a bulletin, borrowed from 简报; it is no 红头 and bears no document number. */
export interface Masthead {
  /** The name of the bulletin. */
  readonly name: string;
  /** 第N期, or null where none was given yet. */
  readonly issue: string | null;
  /** Who compiles it. */
  readonly unit: string;
  /** What has to be seen at once: that it is a correction, that it holds samples. */
  readonly marks: readonly string[];
}

/** An official paper as pure data; libs/papers makes a DOCX, an e-mail or a PDF of it. */
export interface Paper {
  readonly kind: PaperKind;
  /** Stands over the title of a bulletin; nothing else has one. */
  readonly masthead?: Masthead | undefined;
  readonly title: string;
  /** 主送; null for a paper that is addressed to nobody. */
  readonly addressee: string | null;
  readonly body: readonly Block[];
  /** Names of what is enclosed, in order. */
  readonly attachments: readonly string[];
  readonly signature: PaperSignature | null;
  /** The day of the paper, yyyy-mm-dd. */
  readonly date: string;
  /** 抄送 */
  readonly copies: readonly string[];
  /** True until a person has signed. */
  readonly isDraft: boolean;
  /** 文号, given by the person who signs; a draft never has one. */
  readonly number: string | null;
}

/** What stands where the document number would stand, until a person signs. */
export const DRAFT_MARK = '（草稿，未编号，须经人工审核签发）';

/** The same for a bulletin, which is never numbered as a document. */
export const DRAFT_BULLETIN_MARK = '（草稿，未经签发）';
