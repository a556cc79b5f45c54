import type { Scheme } from '@risk/domain';
import { groupBy, uniqueBy } from '@risk/kit';
import { maskPersons } from './mask-persons.js';
import type { DecidedText } from './ports.js';

/** A text to learn from, with nobody in it. */
export interface DecidedExample {
  readonly text: string;
  readonly label: Scheme;
  /** Texts that share an entity share a group: they are held out together. */
  readonly group: string;
}

/** Examples, and how many texts were left out because their entities ended differently. */
export interface DecidedExamples {
  readonly examples: readonly DecidedExample[];
  readonly contradicting: number;
}

/** Turns texts about decided cases into examples; persons and the firms' own names are taken out. */
export function examplesOf(texts: readonly DecidedText[]): DecidedExamples {
  const groupOf = groupsOf(texts);
  const records = [...groupBy(texts, ({ recordId }) => recordId).values()];
  const clear = records.filter((about) => new Set(about.map(({ label }) => label)).size === 1);
  const examples = clear.flatMap((about) => {
    const [first] = about;
    if (!first) return [];
    const names = about.flatMap((one) => one.names);
    const text = maskPersons(withoutNames(first.text, names), first.reporter);
    return [{ text, label: first.label, group: `entity:${groupOf(first.entityId)}` }];
  });
  return {
    // A text that came twice about one group teaches once.
    examples: uniqueBy(examples, ({ group, text }) => `${group}\n${text}`),
    contradicting: records.length - clear.length,
  };
}

/** A firm's name says who, not what: learnt, it would be held against its namesakes. */
const withoutNames = (text: string, names: readonly string[]): string =>
  [...new Set(names)]
    .filter((name) => name.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, '某单位'), text);

/** Entities that one record speaks of together belong to one group, and so on from record to record. */
function groupsOf(texts: readonly DecidedText[]): (entityId: string) => string {
  const parent = new Map<string, string>();
  const headOf = (id: string): string => {
    const above = parent.get(id);
    return above === undefined || above === id ? id : headOf(above);
  };
  for (const about of groupBy(texts, ({ recordId }) => recordId).values()) {
    const [head, ...others] = [...new Set(about.map(({ entityId }) => headOf(entityId)))];
    for (const other of others) parent.set(other, head ?? other);
  }
  return headOf;
}
