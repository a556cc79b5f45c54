import { z } from 'zod';
import type { Evidence } from '@risk/domain';
import { tallyClaim, type Claim } from '../claims.js';
import type { FactHit, Facts } from '../facts.js';
import type { AskedCodes } from '../shape.js';
import { asking, circumstance, type Condition } from '../sight.js';
import { evidenceAt, hitsOf } from '../view.js';
import { onlyRecord, operator } from './operator.js';

const codes = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const listOf = (list: string | readonly string[]): readonly string[] =>
  typeof list === 'string' ? [list] : list;
const setOf = (list: string | readonly string[]): ReadonlySet<string> => new Set(listOf(list));
const sayCodes = (list: string | readonly string[]): string => listOf(list).join('、');
const words = (codes: readonly string[]): readonly AskedCodes[] => [{ kind: 'word', codes }];

/** Hits that count are among all hits: how far a measure of hits looks. */
const COUNTING = 0;
const ALL_HITS = 1;
const foundClaim = (list: string | readonly string[], atLeast = 1): Claim =>
  tallyClaim('hits', { atLeast }, { codes: listOf(list), reach: COUNTING, always: true });

const placesOf = (facts: Facts, hits: readonly FactHit[]): Evidence[] =>
  hits.flatMap((hit) => evidenceAt(facts, hit.field, hit.start, hit.end) ?? []);
const quoted = (evidence: readonly Evidence[]): string =>
  [...new Set(evidence.map((e) => e.quote))].slice(0, 4).join('”“');

const hitArgs = z.strictObject({ hit: codes, times: z.number().int().positive().optional() });

/** The lexicon found one of these codes and nothing suppressed it. */
export const hitOperator = operator<z.infer<typeof hitArgs>>({
  key: 'hit',
  schema: hitArgs,
  problems: (_args, subject) => onlyRecord('hit', subject),
  compile: (args): Condition => {
    const wanted = setOf(args.hit);
    const times = args.times ?? 1;
    const places = (facts: Facts): Evidence[] => placesOf(facts, hitsOf(facts, wanted));
    return asking(
      (facts) => hitsOf(facts, wanted).length >= times,
      (facts, held) =>
        held ? `出现“${quoted(places(facts))}”` : `未出现 ${sayCodes(args.hit)} 类词语`,
      places,
    );
  },
  claims: ({ hit, times }) => ({
    says: `出现 ${sayCodes(hit)} 类词语${times === undefined ? '' : `不少于${times}次`}`,
    exact: foundClaim(hit, times),
  }),
  asks: ({ hit }) => words(listOf(hit)),
});

const noHitArgs = z.strictObject({ noHit: codes });

/** The lexicon found none of these codes: something that ought to stand there is missing. */
export const noHitOperator = operator<z.infer<typeof noHitArgs>>({
  key: 'noHit',
  schema: noHitArgs,
  problems: (_args, subject) => onlyRecord('noHit', subject),
  compile: (args): Condition => {
    const wanted = setOf(args.noHit);
    return circumstance(
      (facts) => !facts.hits.some((hit) => wanted.has(hit.code)),
      (_facts, held) => `${held ? '全文未见' : '已有'} ${sayCodes(args.noHit)} 类词语`,
    );
  },
  claims: ({ noHit }) => ({
    says: `全文未见 ${sayCodes(noHit)} 类词语`,
    exact: tallyClaim(
      'hits',
      { atMost: 0 },
      { codes: listOf(noHit), reach: ALL_HITS, always: true },
    ),
  }),
  asks: ({ noHit }) => words(listOf(noHit)),
});

const nearArgs = z.strictObject({
  near: z.tuple([codes, codes]),
  within: z.number().int().positive(),
});

/** Two codes stand in one field with at most so many characters between them. */
export const nearOperator = operator<z.infer<typeof nearArgs>>({
  key: 'near',
  schema: nearArgs,
  problems: (_args, subject) => onlyRecord('near', subject),
  compile: (args): Condition => {
    const [left, right] = [setOf(args.near[0]), setOf(args.near[1])];
    const pair = (facts: Facts) => closest(hitsOf(facts, left), hitsOf(facts, right), args.within);
    const places = (facts: Facts): Evidence[] => placesOf(facts, pair(facts) ?? []);
    const wanted = args.near.map(sayCodes).join(' 与 ');
    return asking(
      (facts) => pair(facts) !== null,
      (facts, held) =>
        held
          ? `相近处出现“${quoted(places(facts))}”`
          : `相距 ${args.within} 字以内未同时出现 ${wanted}`,
      places,
    );
  },
  claims: ({ near, within }) => ({
    says: `${near.map(sayCodes).join(' 与 ')} 相距不超过${within}字`,
    implied: near.map((codes) => foundClaim(codes)),
  }),
  asks: ({ near }) => words(near.flatMap(listOf)),
});

function closest(
  left: readonly FactHit[],
  right: readonly FactHit[],
  within: number,
): FactHit[] | null {
  for (const a of left) {
    const b = right.find((hit) => hit !== a && hit.field === a.field && gap(a, hit) <= within);
    if (b) return a.start <= b.start ? [a, b] : [b, a];
  }
  return null;
}

const gap = (a: FactHit, b: FactHit): number =>
  Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
