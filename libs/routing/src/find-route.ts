import { groupBy } from '@risk/kit';
import { isPlaceReference, type PlaceReference, type RoutingTree } from './compile-routing.js';
import { whyMatched, type PlacedQuestion, type RouteQuestion } from './match-route.js';
import type { Deadline, RouteNode } from './route-schema.js';
import { territoryOf, type Territory } from './territory.js';
import { unitOf, type UnitEntry } from './units.js';

export type Role = 'lead' | 'assist' | 'copy';

/** A unit that takes part, in its strongest role, with every reason. */
export interface RouteStep {
  /** Unit code. */
  readonly unit: string;
  /** The unit's name in force. */
  readonly unitName: string;
  readonly email: string | null;
  readonly role: Role;
  readonly because: string;
  /** Code of the unit whose finding must come before this one acts (article 11 of the Regulation); null when nothing waits. */
  readonly after: string | null;
  /** Whether all that is asked of it waits for that finding; else it has work of its own from the start. */
  readonly waits: boolean;
}

/** Who is told about a case, and how the tree led there. */
export interface Route {
  /** Leads first, then assistants, then copies. */
  readonly steps: readonly RouteStep[];
  /** The branches taken, each with why it matched. */
  readonly path: readonly string[];
  readonly territory: Territory;
  /** How long they have; null below any tier. */
  readonly deadline: Deadline | null;
}

const ROLES: readonly Role[] = ['lead', 'assist', 'copy'];

interface Taken {
  readonly node: RouteNode;
  readonly place: string;
  readonly why: string;
  readonly lead: readonly string[];
}

/** Walks the tree for a question: who leads, who assists, who gets a copy, and why. */
export function findRoute(tree: RoutingTree, question: RouteQuestion): Route {
  const placed = {
    ...question,
    territory: territoryOf(question, tree.regions),
    signs: tree.signs,
  };
  const taken = take(tree.root, '', '全部适用', placed);
  return {
    steps: stepsOf(taken, placed.territory, tree),
    path: taken.map(({ node, place, why }) => `${place}${node.name}（${why}）`),
    territory: placed.territory,
    deadline: deadlineOf(taken, question, tree),
  };
}

/**
 * The branches taken from a node on. The first that matches ends the search among its siblings
 * unless it says `continue`; the deepest lead of the main way replaces those above it.
 */
function take(node: RouteNode, place: string, why: string, question: PlacedQuestion): Taken[] {
  const main: Taken[] = [];
  const added: Taken[] = [];
  for (const [at, branch] of node.routes.entries()) {
    const reason = whyMatched(branch.match, question);
    if (reason === null) continue;
    const below = take(branch, `${place}routes[${at}] `, reason, question);
    (branch.continue ? added : main).push(...below);
    if (!branch.continue) break;
  }
  const replaced = main.some((one) => one.lead.length > 0);
  const self = { node, place, why, lead: replaced ? [] : node.lead };
  return [self, ...added, ...main];
}

function deadlineOf(taken: readonly Taken[], { tier }: RouteQuestion, tree: RoutingTree) {
  if (tier === 'none') return null;
  const own = taken.findLast(({ node }) => node.deadlines[tier] !== undefined);
  return own?.node.deadlines[tier] ?? tree.deadlines[tier];
}

/** What one branch asks of one unit. */
interface Part {
  readonly unit: string;
  readonly role: Role;
  readonly because: string;
  readonly after: string | null;
}

function stepsOf(
  taken: readonly Taken[],
  territory: Territory,
  tree: RoutingTree,
): readonly RouteStep[] {
  const parts = ROLES.flatMap((role) =>
    taken.flatMap(({ node, lead }) =>
      (role === 'lead' ? lead : node[role])
        .flatMap((ref) => resolve(ref, territory, tree))
        .map((named) => partOf(node, role, named, tree)),
    ),
  );
  return [...groupBy(parts, (part) => part.unit)].flatMap(([code, own]) => {
    const unit = unitOf(tree.units, code);
    return unit ? stepsOfUnit(unit, own) : [];
  });
}

function partOf(
  node: RouteNode,
  role: Role,
  { unit, because }: NamedUnit,
  tree: RoutingTree,
): Part {
  const after = role === 'copy' || node.after === unit ? null : (node.after ?? null);
  const first = after === null ? null : unitOf(tree.units, after);
  const order = first ? `待${first.name}认定后` : undefined;
  return { unit, role, after, because: sentence(order, node.because, because) };
}

function stepsOfUnit({ code, name, email }: UnitEntry, parts: readonly Part[]): RouteStep[] {
  const [strongest] = parts;
  if (!strongest) return [];
  const active = parts.filter(({ role }) => role !== 'copy');
  const after = active.find((part) => part.after !== null)?.after ?? null;
  return [
    {
      unit: code,
      unitName: name,
      email,
      role: strongest.role,
      because: [...new Set(parts.map((part) => part.because))].join('；'),
      after,
      waits: after !== null && active.every((part) => part.after !== null),
    },
  ];
}

const sentence = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('：');

interface NamedUnit {
  readonly unit: string;
  readonly because?: string;
}

function resolve(ref: string, territory: Territory, tree: RoutingTree): NamedUnit[] {
  return isPlaceReference(ref) ? PLACES[ref](territory, tree) : [{ unit: ref }];
}

function ofRegion(code: string, because: string, { units }: RoutingTree): NamedUnit[] {
  const unit = units.units.find((one) => one.region === code);
  return unit ? [{ unit: unit.code, because }] : [];
}

const PLACES: Record<PlaceReference, (territory: Territory, tree: RoutingTree) => NamedUnit[]> = {
  territory(territory, tree) {
    const { registered, outside, because } = territory;
    if (registered) return ofRegion(registered.code, because[0] ?? '', tree);
    const unit = outside ? tree.standIn.outside : tree.standIn.unknown;
    return [{ unit, because: because[0] ?? '' }];
  },
  zone: ({ zones, because }, tree) =>
    zones.flatMap((zone) =>
      ofRegion(zone.code, because.find((one) => one.includes(zone.name)) ?? '', tree),
    ),
  'business-place': ({ registered, business }, tree) =>
    business && business.code !== registered?.code
      ? ofRegion(business.code, `经营地在${business.name}`, tree)
      : [],
};
