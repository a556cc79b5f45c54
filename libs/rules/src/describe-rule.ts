import { buildCondition } from './condition.js';
import type { Subject } from './facts.js';
import type { Question, Shape } from './shape.js';

/** How the parts of a description belong together. */
export type Joined = 'question' | 'all' | 'any' | 'some' | 'not';

/** A condition tree as people read it: a sentence, and what it is made of. */
export interface Description {
  readonly joins: Joined;
  readonly says: string;
  readonly parts: readonly Description[];
}

/** What a code is called; null when nobody knows. */
type NameOf = (code: string) => string | null;

/** Tells in Chinese what a condition asks for; null where it cannot be understood. */
export function describeCondition(
  when: unknown,
  subject: Subject,
  nameOf: NameOf = () => null,
): Description | null {
  const { made } = buildCondition(when, subject);
  return made && described(made.shape, nameOf);
}

function described(shape: Shape, nameOf: NameOf): Description {
  if (shape.kind === 'question')
    return { joins: 'question', says: named(shape, nameOf), parts: [] };
  if (shape.kind === 'not')
    return { joins: 'not', says: '并且没有这种情形', parts: [described(shape.part, nameOf)] };
  const parts = shape.parts.map((part) => described(part, nameOf));
  const [only] = parts;
  return parts.length === 1 && only ? only : { ...joinedBy(shape.needed, parts.length), parts };
}

function joinedBy(needed: number, of: number): Pick<Description, 'joins' | 'says'> {
  if (needed === of) return { joins: 'all', says: '同时满足以下各项' };
  if (needed === 1) return { joins: 'any', says: '满足以下任何一项' };
  return { joins: 'some', says: `满足以下 ${of} 项中的至少 ${needed} 项` };
}

/** The question with the names of the codes that it asks for, longest first: one may be part of another. */
function named({ tells, asks }: Question, nameOf: NameOf): string {
  const codes = [...new Set(asks.flatMap((asked) => asked.codes))];
  return codes
    .sort((a, b) => b.length - a.length)
    .reduce((says, code) => withName(says, code, nameOf(code)), tells);
}

function withName(says: string, code: string, name: string | null): string {
  if (name === null) return says;
  const whole = new RegExp(`(?<![\\w“-])${code}(?![\\w”-])`, 'gu');
  return says.replace(whole, `“${name}”`);
}

/** The same as lines of text, deeper ones further in. */
export function linesOf({ joins, says, parts }: Description, depth = 0): readonly string[] {
  const end = joins === 'question' ? '' : '：';
  return [
    `${'　'.repeat(depth)}${says}${end}`,
    ...parts.flatMap((part) => linesOf(part, depth + 1)),
  ];
}
