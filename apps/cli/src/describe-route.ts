import { schemeName, tierName } from '@risk/domain';
import {
  allowanceText,
  calendarOf,
  contactsAt,
  contactsOf,
  explainDue,
  findRoute,
  rungsOf,
  scheduleSteps,
  type Deadline,
  type Route,
  type RouteQuestion,
  type RoutingTree,
  type ScheduledStep,
} from '@risk/routing';
import type { LoadedRouting } from './load-routing.js';

/** All that `risk route` tells: the path, the units with their people, until when, and who hears afterwards. */
export function describeRoute(question: RouteQuestion, from: Date, routing: LoadedRouting) {
  const { tree } = routing;
  const found = findRoute(tree, question);
  return {
    scheme: question.scheme,
    schemeName: schemeName(question.scheme),
    tier: question.tier,
    tierName: tierName(question.tier),
    territory: territoryText(found.territory),
    path: found.path,
    police: policeReasons(found, tree),
    steps: scheduleSteps(found, from, tree).map((step) => ({
      ...step,
      contacts: contactsOf(tree, step.unit, 'liaison').map(({ key, title, email, channels }) => ({
        key,
        title,
        email,
        channels,
      })),
      ladder: ladderOf(step, from, routing),
    })),
    deadline: found.deadline && deadlineText(found.deadline, from, tree),
  };
}

const territoryText = ({ registered, business, zones, outside, because }: Route['territory']) => ({
  registered: registered?.name ?? null,
  business: business?.name ?? null,
  zones: zones.map((zone) => zone.name),
  outside,
  because,
});

/** Why public security takes part, and in what role; null when it does not. */
function policeReasons({ steps }: Route, { units }: RoutingTree) {
  const police = steps.find(({ unit }) => unit === units.police);
  return police ? { unitName: police.unitName, role: police.role, because: police.because } : null;
}

function ladderOf(step: ScheduledStep, from: Date, { tree, handling }: LoadedRouting) {
  const calendar = calendarOf(tree, step.unit);
  const duties = [
    { duty: 'acknowledge', due: step.acknowledgeBy },
    { duty: 'answer', due: step.dueAt },
  ] as const;
  return duties.flatMap(({ duty, due }) =>
    due === null
      ? []
      : rungsOf(handling, duty, from, due, calendar).map((rung) => ({
          duty,
          ...rung,
          contacts: contactsAt(tree, step.unit, rung.to).map(({ key }) => key),
        })),
  );
}

function deadlineText({ acknowledge, answer, basis }: Deadline, from: Date, tree: RoutingTree) {
  return {
    acknowledge: `${allowanceText(acknowledge)}内签收：${explainDue(from, acknowledge, tree.calendar)}`,
    answer: `${allowanceText(answer)}内答复：${explainDue(from, answer, tree.calendar)}`,
    basis,
  };
}
