import { unitOf } from './fold-unit.js';

/** Words of one sense in one line, parted by spaces; `value` is a number that goes with them. */
export type WordList = readonly (readonly [sense: number, words: string, value?: number])[];

interface Branch {
  readonly next: Map<number, Branch>;
  sense: number;
  value: number;
  isWord: boolean;
}

const newBranch = (): Branch => ({ next: new Map(), sense: 0, value: 0, isWord: false });

const wordsOf = (line: string): string[] => line.split(' ').filter((word) => word !== '');
const spell = (word: string): number[] => Array.from(word, unitOf);

/** The letters of all words, numbered from 1. */
export function numberLetters(lists: WordList): ReadonlyMap<number, number> {
  const letters = new Set(lists.flatMap(([, line]) => wordsOf(line).flatMap(spell)));
  return new Map([...letters].map((letter, i) => [letter, i + 1]));
}

function branchAt(root: Branch, letters: readonly number[]): Branch {
  let branch = root;
  for (const letter of letters) {
    const next = branch.next.get(letter) ?? newBranch();
    branch.next.set(letter, next);
    branch = next;
  }
  return branch;
}

function treeOf(lists: WordList, step: 1 | -1): Branch {
  const root = newBranch();
  for (const [sense, line, value = 0] of lists)
    for (const word of wordsOf(line)) {
      const letters = step === 1 ? spell(word) : spell(word).reverse();
      Object.assign(branchAt(root, letters), { sense, value, isWord: true });
    }
  return root;
}

/** A tree of letters laid flat: a letter leads from a node to `bases[node]` plus its number. */
export interface LetterTree {
  readonly bases: Uint16Array;
  /** Which node a place is reached from: a letter leads nowhere where this names another one. */
  readonly parents: Uint16Array;
  /** 1 where a word ends. */
  readonly words: Uint8Array;
  readonly senses: Int32Array;
  readonly values: Float64Array;
}

/** The node where all words begin; 0 is none. */
export const ROOT = 1;

/** Lays a tree flat (a double array, after Aoe 1989): small, and one step costs two loads. */
export function layFlat(
  lists: WordList,
  step: 1 | -1,
  numbers: ReadonlyMap<number, number>,
): LetterTree {
  const bases: number[] = [];
  const parents: number[] = [0, ROOT];
  const branches: Branch[] = [];
  let free = ROOT + 1;
  const place = (branch: Branch, node: number): void => {
    branches[node] = branch;
    const symbols = [...branch.next.keys()].map((letter) => numbers.get(letter) ?? 0);
    while (parents[free] !== undefined) free++;
    let base = Math.max(ROOT, free - numbers.size);
    while (symbols.some((symbol) => parents[base + symbol] !== undefined)) base++;
    bases[node] = base;
    for (const symbol of symbols) parents[base + symbol] = node;
    for (const [letter, child] of branch.next) place(child, base + (numbers.get(letter) ?? 0));
  };
  place(treeOf(lists, step), ROOT);
  const length = parents.length + numbers.size + 1;
  const flat = (of: (node: number) => number | undefined): number[] =>
    Array.from({ length }, (_, node) => of(node) ?? 0);
  return {
    bases: Uint16Array.from(flat((node) => bases[node])),
    parents: Uint16Array.from(flat((node) => parents[node])),
    words: Uint8Array.from(flat((node) => Number(branches[node]?.isWord ?? false))),
    senses: Int32Array.from(flat((node) => branches[node]?.sense)),
    values: Float64Array.from(flat((node) => branches[node]?.value)),
  };
}
