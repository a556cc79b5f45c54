import { z } from 'zod';
import type { Evidence } from '@risk/domain';
import { toldClaim } from '../claims.js';
import type { Facts, Subject } from '../facts.js';
import { readingFields } from '../fields.js';
import { asking, type Condition } from '../sight.js';
import { evidenceAt, readerOf } from '../view.js';
import { coverLawfulParts } from './lawful-parts.js';
import { anyWord } from './letters.js';
import { fieldProblems, labelOf, onlyRecord, operator } from './operator.js';
import { phrasesOf, SOME_WORDS, writingsOf } from './pattern-words.js';
import { slowPart } from './slow-pattern.js';

const MOST_LETTERS = 2_000;
const words = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  text: z.union([z.string(), z.array(z.string()).min(1)]),
  containsAny: words.optional(),
  containsAll: words.optional(),
  matches: z.string().min(1).max(MOST_LETTERS, `正则表达式最长 ${MOST_LETTERS} 个字`).optional(),
  except: words.optional(),
});
type Args = z.infer<typeof schema>;

const fieldsOf = (args: Args, subject: Subject): readonly string[] => {
  if (args.text === 'all') return readingFields(subject);
  return typeof args.text === 'string' ? [args.text] : args.text;
};
const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Longest first, so that the evidence is the longest word that stands there. */
const anyOf = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

function problems(args: Args, subject: Subject): string[] {
  const asked = [args.containsAny, args.containsAll, args.matches].filter((q) => q !== undefined);
  const found = [
    ...onlyRecord('text', subject),
    ...fieldsOf(args, subject).flatMap((name) => fieldProblems(name, subject, ['text', 'choice'])),
  ];
  if (asked.length !== 1) found.push('containsAny、containsAll、matches 须写且只写一个');
  if (args.matches !== undefined) found.push(...patternProblems(args.matches));
  if (args.except) found.push(...exceptProblems(args, args.except));
  return found;
}

/** A word with an exception inside is covered wherever it stands, so that it never counts. */
function exceptProblems({ containsAny, containsAll }: Args, except: readonly string[]): string[] {
  const coverOf = (word: string): string | undefined => except.find((one) => word.includes(one));
  const lost = (containsAny ?? containsAll ?? []).filter((word) => coverOf(word) !== undefined);
  const isNever = containsAny ? lost.length === containsAny.length : lost.length > 0;
  if (!isNever) return [];
  return lost.map((word) => `例外“${coverOf(word)}”盖住“${word}”，使条件永远不能成立`).slice(0, 1);
}

function patternProblems(pattern: string): string[] {
  const made = patternOf(pattern);
  if (!(made instanceof RegExp)) return [`正则表达式无效：${made.message}`];
  const slow = slowPart(pattern);
  if (slow !== null) return [tooSlow(slow)];
  return made.test('') ? ['正则表达式会匹配空文本，条件永远成立'] : [];
}

function patternOf(pattern: string): RegExp | Error {
  try {
    return new RegExp(pattern, 'u');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const LETTERS_SHOWN = 40;
const short = (text: string): string =>
  text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN)}…` : text;

const tooSlow = (part: string): string =>
  `正则表达式里“${short(part)}”的读法太多（重复里套着重复，并列的写法互相重叠，或者几处不限长短），一段文字就能让系统停住；请改写，或者写明上限，如 .{0,12}`;

/** Whether a text holds what is asked for. */
type Test = (text: string) => boolean;

/** What must hold, each in one of the fields. */
function testsOf({ containsAny, containsAll, matches }: Args): Test[] {
  if (containsAll) return containsAll.map((word) => anyWord([word]));
  if (containsAny) return [anyWord(containsAny)];
  const pattern = new RegExp(matches ?? '', 'u');
  return [(text) => pattern.test(text)];
}

/** A text that a condition reads, and how. */
interface Reading {
  readonly field: string;
  readonly read: (facts: Facts) => unknown;
}

function compile(args: Args, subject: Subject): Condition {
  const readings = fieldsOf(args, subject).map((field) => ({ field, read: readerOf(field) }));
  const excepted = args.except ? new RegExp(anyOf(args.except), 'gu') : null;
  const mask = (text: string, field: string): string => coverLawfulParts(text, field, excepted);
  const patterns = args.containsAll?.map(escape) ?? [args.matches ?? anyOf(args.containsAny ?? [])];
  const tests = testsOf(args);
  const holds = (test: Test, text: unknown, field: string): boolean =>
    typeof text === 'string' && test(text) && test(mask(text, field));
  const finders = patterns.map((pattern) => new RegExp(pattern, 'gu'));
  const places = (facts: Facts): Evidence[] =>
    finders.flatMap((finder) =>
      readings.flatMap((reading) => findIn(facts, reading, finder, mask)),
    );
  let told: string | null = null;
  const wanted = (): string => (told ??= wantedOf(args));
  return asking(
    (facts) =>
      tests.every((test) => readings.some(({ field, read }) => holds(test, read(facts), field))),
    (facts, held) => say(wanted, readings, held ? places(facts) : null),
    places,
  );
}

function findIn(
  facts: Facts,
  { field, read }: Reading,
  finder: RegExp,
  mask: (text: string, field: string) => string,
): Evidence[] {
  const text = read(facts);
  if (typeof text !== 'string') return [];
  return Array.from(mask(text, field).matchAll(finder)).flatMap(
    ({ index, 0: found }) => evidenceAt(facts, field, index, index + found.length) ?? [],
  );
}

function say(
  wanted: () => string,
  readings: readonly Reading[],
  places: readonly Evidence[] | null,
): string {
  const where = readings.map(({ field }) => labelOf(field)).join('、');
  if (places) {
    const quotes = [...new Set(places.map((e) => e.quote))].slice(0, 4).join('”“');
    return `${where}中有“${quotes}”`;
  }
  return `${where}中没有 ${wanted()}`;
}

/** What is looked for, as far as a sentence can hold it. */
function wantedOf({ matches, containsAny, containsAll }: Args): string {
  if (matches !== undefined) return phrasesOf(matches);
  return (containsAny ?? containsAll ?? []).slice(0, 6).join('、');
}

/** Everything that is looked for, however long. */
function tells(args: Args, subject: Subject): string {
  const { containsAll, containsAny, matches, except } = args;
  const where = fieldsOf(args, subject).map(labelOf).join('、');
  const alike = except ? `（其中“${except.join('”“')}”不算）` : '';
  if (containsAll) return `${where}中同时出现：${containsAll.join('、')}${alike}`;
  if (containsAny) return `${where}中出现下列任一说法：${containsAny.join('、')}${alike}`;
  return `${where}中出现${writingsTold(matches ?? '')}${alike}`;
}

/** All writings of a pattern, with what the signs between them mean. */
function writingsTold(pattern: string): string {
  const writings = writingsOf(pattern)?.join('、');
  if (writings === undefined) return `${SOME_WORDS}（写法见原文）`;
  const means = [
    ...(writings.includes('…') ? ['“…”处可以隔几个字'] : []),
    ...(writings.includes('／') ? ['“／”隔开的任取其一'] : []),
  ];
  return `下列任一写法${means.length === 0 ? '' : `（${means.join('，')}）`}：${writings}`;
}

/** Words or a pattern in the record's own text, with lawful phrases excepted. */
export const textOperator = operator({
  key: 'text',
  schema,
  problems,
  compile,
  tells,
  claims: (args, subject) => {
    const fields = fieldsOf(args, subject);
    const [only] = fields.length === 1 ? fields : [];
    return {
      says: `${fields.map(labelOf).join('、')}中有 ${wantedOf(args)}`,
      implied: only === undefined ? [] : [toldClaim(only)],
    };
  },
});
