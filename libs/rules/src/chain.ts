import type { PlacedCodes } from './known-codes.js';

/** A rule as far as it listens to others. */
interface Listening {
  readonly file: string;
  readonly id: string;
  readonly feed: string;
  readonly asks: readonly PlacedCodes[];
}

/** Rules about entities that others listen to, each after those that it listens to itself; cycles left out. */
export function heardInTurn<R extends Listening>(rules: readonly R[]): readonly R[] {
  const walk = walkOver(rules);
  const heard = new Set([...walk.heardBy.values()].flat());
  return walk.inTurn.filter((rule) => heard.has(rule));
}

/** Rules that wait for one another, each cycle told whole: `EN-A → EN-B → EN-A`. */
export const cyclesIn = (rules: readonly Listening[]): string[] =>
  walkOver(rules).cycles.map((cycle) => {
    const [first] = cycle;
    const chain = [...cycle, ...cycle.slice(0, 1)].map(({ id }) => id).join(' → ');
    return `${first?.file ?? ''} › ${first?.id ?? ''} › when：规则互相引用成环：${chain}`;
  });

interface Walk<R> {
  /** Whom each rule listens to. */
  readonly heardBy: ReadonlyMap<R, readonly R[]>;
  readonly inTurn: readonly R[];
  readonly cycles: readonly (readonly R[])[];
}

function walkOver<R extends Listening>(rules: readonly R[]): Walk<R> {
  const heardBy = listeners(rules);
  const inTurn = new Set<R>();
  const cycles: R[][] = [];
  const visit = (rule: R, path: readonly R[]): void => {
    const met = path.indexOf(rule);
    if (met >= 0) cycles.push(path.slice(met));
    if (met >= 0 || inTurn.has(rule)) return;
    for (const other of heardBy.get(rule) ?? []) visit(other, [...path, rule]);
    inTurn.add(rule);
  };
  for (const rule of heardBy.keys()) visit(rule, []);
  return { heardBy, inTurn: [...inTurn], cycles };
}

function listeners<R extends Listening>(rules: readonly R[]): Map<R, readonly R[]> {
  const entityRules = new Map(
    rules.filter(({ feed }) => feed === 'entity').map((rule) => [rule.id, rule] as const),
  );
  return new Map(
    [...entityRules.values()].map((rule) => {
      const named = rule.asks.filter(({ at }) => at.startsWith('when')).flatMap(signalCodes);
      return [rule, [...new Set(named)].flatMap((code) => entityRules.get(code) ?? [])] as const;
    }),
  );
}

const signalCodes = ({ kind, codes }: PlacedCodes): readonly string[] =>
  kind === 'signal' ? codes : [];
