import { printable } from '../printable.js';

const LONGEST = 31;

/** Names that Excel takes: without its separators, not too long, none twice. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = fit(printable(name)) || '表';
    const free = numbered(plain).find((candidate) => !taken.has(candidate.toLowerCase())) ?? plain;
    taken.add(free.toLowerCase());
    return free;
  });
}

const fit = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, '_')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, LONGEST);

const numbered = (name: string): readonly string[] => [
  name,
  ...Array.from({ length: 999 }, (_, i) => `${name.slice(0, LONGEST - 6)}(${i + 2})`),
];
