import { chinaDay, groupBy } from '@risk/kit';
import { isPlaceReference, type PlaceReference, type RoutingTree } from './compile-routing.js';
import { dueAt } from './due-at.js';
import { whyMatched, type PlacedQuestion, type RouteQuestion } from './match-route.js';
import type { Deadline, RouteNode } from './route-schema.js';
import { territoryOf, type Territory } from './territory.js';
import { unitNameOn, unitOf } from './units.js';

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
}

/** A step with the unit's name of that day and the moment its answer is due. */
export interface ScheduledStep extends RouteStep {
  /** Null for a copy: it asks for no answer. */
  readonly dueAt: Date | null;
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
  const placed = { ...question, territory: territoryOf(question, tree.regions) };
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

function stepsOf(
  taken: readonly Taken[],
  territory: Territory,
  tree: RoutingTree,
): readonly RouteStep[] {
  const parts = ROLES.flatMap((role) =>
    taken.flatMap(({ node, lead }) =>
      (role === 'lead' ? lead : node[role])
        .flatMap((ref) => resolve(ref, territory, tree))
        .map(({ unit, because }) => ({ unit, role, because: sentence(node.because, because) })),
    ),
  );
  return [...groupBy(parts, (part) => part.unit)].flatMap(([code, [strongest, ...more]]) => {
    const unit = unitOf(tree.units, code);
    if (!unit || !strongest) return [];
    const reasons = new Set([strongest, ...more].map((part) => part.because));
    const because = [...reasons].join('；');
    return [{ unit: code, unitName: unit.name, email: unit.email, role: strongest.role, because }];
  });
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

/** The steps as they stand at a moment: names of that day, and when each answer is due. */
export function scheduleSteps(route: Route, from: Date, tree: RoutingTree): ScheduledStep[] {
  const { deadline } = route;
  return route.steps.map((step) => {
    const unit = unitOf(tree.units, step.unit);
    const owesAnswer = deadline !== null && step.role !== 'copy';
    return {
      ...step,
      unitName: unit ? unitNameOn(unit, chinaDay(from)) : step.unitName,
      dueAt: owesAnswer ? dueAt(from, deadline.answer, tree.calendar) : null,
    };
  });
}
