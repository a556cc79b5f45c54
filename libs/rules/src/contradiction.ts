import { groupBy } from '@risk/kit';
import { measureOf, type Claim, type Measure } from './claims.js';
import type { Question } from './shape.js';
import { common, notAbove, notBelow, spansOf, without, type Span } from './spans.js';

/** A question together with the answer that is needed. */
export interface Literal {
  readonly question: Question;
  readonly holds: boolean;
}

/** The smallest part of these that can never be so together; null when nothing speaks against them. */
export function conflictIn(literals: readonly Literal[]): readonly Literal[] | null {
  if (!conflicting(literals)) return null;
  return literals.reduce<readonly Literal[]>((left, one) => {
    const fewer = left.filter((other) => other !== one);
    return conflicting(fewer) ? fewer : left;
  }, literals);
}

/** Whether no facts whatever can answer all these questions so. Wrong only towards no. */
function conflicting(literals: readonly Literal[]): boolean {
  const said = literals.map(statementsOf);
  const all = said.flat();
  return deniesItself(literals) || measuresClash(all) || valuesClash(all) || presenceClashes(all);
}

/** A claim that is so, or is not. */
interface Statement {
  readonly claim: Claim;
  readonly holds: boolean;
}

/** What is denied says nothing unless a claim says exactly the same. */
function statementsOf({ question, holds }: Literal): readonly Statement[] {
  const { exact, denies, implied = [] } = question;
  return [
    ...(exact ? [{ claim: exact, holds }] : []),
    ...(denies ? [{ claim: denies, holds: !holds }] : []),
    ...(holds ? implied.map((claim) => ({ claim, holds })) : []),
  ];
}

function deniesItself(literals: readonly Literal[]): boolean {
  const keys = (holds: boolean): string[] =>
    literals.filter((one) => one.holds === holds).map(({ question }) => question.key);
  const denied = new Set(keys(false));
  return keys(true).some((key) => denied.has(key));
}

interface Measured {
  readonly measure: Measure;
  spans: readonly Span[];
}

function measuresClash(statements: readonly Statement[]): boolean {
  const measured = statements.flatMap(({ claim, holds }) =>
    claim.kind === 'measure' ? [{ ...claim, holds }] : [],
  );
  const told = new Set(
    statements.flatMap(({ claim, holds }) =>
      claim.kind === 'told' && holds ? [measureOf(claim.field)] : [],
    ),
  );
  return [...groupBy(measured, ({ measure }) => measure.of)].some(([of, kind]) => {
    const known = told.has(of) || kind.some(({ measure, holds }) => holds || measure.always);
    if (!known) return false;
    const sets = [...groupBy(kind, ({ measure }) => JSON.stringify(measure)).values()].flatMap(
      (same) => leftOf(same),
    );
    narrow(sets);
    return sets.some(({ spans }) => spans.length === 0);
  });
}

/** The numbers that one measure may still have. */
function leftOf(
  same: readonly { measure: Measure; spans: readonly Span[]; holds: boolean }[],
): Measured[] {
  const [first] = same;
  if (!first) return [];
  const spans = same.reduce(
    (left, one) => (one.holds ? common(left, one.spans) : without(left, one.spans)),
    spansOf({ atLeast: first.measure.least }, first.measure.whole),
  );
  return [{ measure: first.measure, spans }];
}

/** What counts no more than another is no greater, and the other no smaller; as often as that may be handed on. */
function narrow(sets: readonly Measured[]): void {
  const pairs = sets.flatMap((less) =>
    sets.flatMap((more) =>
      less !== more && countsNoMore(less.measure, more.measure) ? [{ less, more }] : [],
    ),
  );
  for (const _round of sets)
    for (const { less, more } of pairs) {
      less.spans = common(less.spans, notAbove(more.spans));
      more.spans = common(more.spans, notBelow(less.spans));
    }
}

function countsNoMore(less: Measure, more: Measure): boolean {
  if (less.reach > more.reach) return false;
  if (more.codes === null) return true;
  const wide = new Set(more.codes);
  return less.codes?.every((code) => wide.has(code)) ?? false;
}

function valuesClash(statements: readonly Statement[]): boolean {
  const values = statements.flatMap(({ claim, holds }) =>
    claim.kind === 'value' ? [{ ...claim, holds }] : [],
  );
  return [...groupBy(values, ({ field }) => field).values()].some((same) => {
    const [first, ...others] = same.filter(({ holds }) => holds);
    if (!first) return false;
    const barred = same.flatMap(({ among, holds }) => (holds ? [] : among));
    return !first.among.some(
      (value) => !barred.includes(value) && others.every(({ among }) => among.includes(value)),
    );
  });
}

function presenceClashes(statements: readonly Statement[]): boolean {
  const told = new Map<string, boolean>();
  return statements.some(({ claim, holds }) => {
    if (claim.kind !== 'told') return false;
    const before = told.get(claim.field) ?? holds;
    told.set(claim.field, holds);
    return before !== holds;
  });
}
