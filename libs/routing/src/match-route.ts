import {
  elementName,
  feedName,
  schemeName,
  tierName,
  type Feed,
  type LegalElement,
  type Scheme,
  type Tier,
} from '@risk/domain';
import type { Match, Signs } from './route-schema.js';
import { signIn, type SignEvidence } from './signs.js';
import type { Territory, Whereabouts } from './territory.js';

/** What is to be routed: a kind of activity of some urgency at some place. */
export interface RouteQuestion extends Whereabouts, SignEvidence {
  readonly scheme: Scheme;
  readonly tier: Tier;
  /** Feeds that the evidence came by. */
  readonly feeds?: readonly Feed[] | undefined;
  /** Media of its advertisements. */
  readonly media?: readonly string[] | undefined;
  readonly elements?: readonly LegalElement[] | undefined;
  /** The entity's name, for its trade. */
  readonly name?: string | undefined;
  /** Sum at stake in yuan, as complaints name it. */
  readonly amount?: number | undefined;
  /** People concerned, as complaints name them. */
  readonly people?: number | undefined;
}

/** A question whose places are found, with the codes that are signs. */
export interface PlacedQuestion extends RouteQuestion {
  readonly territory: Territory;
  readonly signs: Signs;
}

type Condition<Wanted = unknown> = (wanted: Wanted, question: PlacedQuestion) => string | null;

const named = <T>(found: T | undefined, say: (value: T) => string): string | null =>
  found === undefined ? null : say(found);

const money = (yuan: number): string => `${yuan / 10_000}万元`;

/** One line a condition: the words it is met with, or null when it is not met. */
const CONDITIONS: { readonly [K in keyof Match]-?: Condition<NonNullable<Match[K]>> } = {
  scheme: (wanted, { scheme }) => (wanted.includes(scheme) ? `类型为${schemeName(scheme)}` : null),
  tier: (wanted, { tier }) => (wanted.includes(tier) ? `等级为${tierName(tier)}` : null),
  feed: (wanted, { feeds = [] }) =>
    named(
      wanted.find((one) => feeds.includes(one)),
      (feed) => `来源含${feedName(feed)}`,
    ),
  medium: (wanted, { media = [] }) =>
    named(
      wanted.find((one) => media.includes(one)),
      (medium) => `广告媒介含 ${medium}`,
    ),
  element: (wanted, { elements = [] }) =>
    named(
      wanted.find((one) => elements.includes(one)),
      (element) => `具${elementName(element)}`,
    ),
  region: (wanted, { territory }) =>
    named(
      [territory.registered, ...territory.zones].find((one) => one && wanted.includes(one.code)),
      (region) => `属地为${region?.name ?? ''}`,
    ),
  name: (wanted, { name = '' }) =>
    named(
      wanted.find((word) => name.includes(word)),
      (word) => `名称含“${word}”`,
    ),
  amountAtLeast: (wanted, { amount = 0 }) =>
    amount >= wanted ? `涉及金额${money(amount)}，不少于${money(wanted)}` : null,
  peopleAtLeast: (wanted, { people = 0 }) =>
    people >= wanted ? `涉及${people}人，不少于${wanted}人` : null,
  flight: (_, question) => signIn('flight', question, question.signs),
  aggravated: (_, question) => signIn('aggravated', question, question.signs),
  outside: (_, { territory }) => (territory.outside ? '登记地在本市以外' : null),
};

/** Tells why a match holds for a question, or null when one of its conditions fails. */
export function whyMatched(match: Match, question: PlacedQuestion): string | null {
  const reasons: string[] = [];
  for (const key of Object.keys(match) as (keyof Match)[]) {
    if (match[key] === undefined) continue;
    const reason = (CONDITIONS[key] as Condition)(match[key], question);
    if (reason === null) return null;
    reasons.push(reason);
  }
  return reasons.join('，') || '全部适用';
}
