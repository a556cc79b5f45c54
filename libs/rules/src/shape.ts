import type { Claims } from './claims.js';

/** Codes that a question asks for, and where such codes come from. */
export interface AskedCodes {
  readonly kind: 'word' | 'signal';
  readonly codes: readonly string[];
}

/** One question of a condition tree, as far as it can be compared with others. */
export interface Question extends Claims {
  readonly kind: 'question';
  readonly at: string;
  /** The same for the same question, wherever it stands. */
  readonly key: string;
  readonly asks: readonly AskedCodes[];
  /** The whole question in Chinese. */
  readonly tells: string;
}

/** A condition tree before it became closures: what it asks, where, and how the answers join. */
export type Shape =
  | Question
  | { readonly kind: 'not'; readonly at: string; readonly part: Shape }
  | {
      readonly kind: 'some';
      readonly at: string;
      readonly needed: number;
      readonly parts: readonly Shape[];
    };

/** Every question of a tree. */
export function questionsOf(shape: Shape): readonly Question[] {
  if (shape.kind === 'question') return [shape];
  return shape.kind === 'not' ? questionsOf(shape.part) : shape.parts.flatMap(questionsOf);
}
