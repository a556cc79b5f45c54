export { FEEDS, feedName, isFeed, type Feed } from './feed.js';
export type {
  AdvertisementPayload,
  ComplaintPayload,
  Envelope,
  FeedRecord,
  IndustryCode,
  Payload,
  PayloadOf,
  RegistrationChange,
  RegistrationPayload,
  Reporter,
  Shareholder,
  Target,
} from './feed-record.js';
export {
  DIMENSIONS,
  ELEMENTS,
  SCHEMES,
  dimensionName,
  elementName,
  isScheme,
  schemeName,
  type Dimension,
  type LegalElement,
  type Scheme,
} from './taxonomy.js';
export { TIERS, isHigher, tierName, type Tier } from './tier.js';
export type { Engine, Evidence, Signal } from './signal.js';
export type {
  AnnualYield,
  Assessment,
  CategoryGuess,
  DimensionScores,
  EngineVersions,
  IndexReason,
  Mention,
  RiskIndex,
} from './assessment.js';
export {
  NO_FACTS,
  NO_RELATIONS,
  type EntityFacts,
  type EntityRelations,
  type WindowCount,
} from './entity-facts.js';
export {
  FORMER_PERSON_DAYS,
  MOST_COUNTED,
  MOST_RELATED,
  tieCounts,
  type EntityTie,
  type TieKind,
  type TieSpan,
  type ToldTies,
} from './entity-tie.js';
export {
  identityOf,
  type EntityKey,
  type EntityKeyKind,
  type EntityRole,
  type ResolvedMention,
} from './entity.js';
export type { Alert, AlertChange, AlertStatus, RoutingStep } from './alert.js';
export type { Region, Unit } from './unit.js';
