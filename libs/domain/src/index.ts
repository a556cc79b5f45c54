export { citation } from './citation.js';
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
export {
  ALERT_TIERS,
  cutsText,
  suppressionText,
  tierAt,
  weightsText,
  type AlertTier,
  type DimensionWeights,
  type Suppression,
  type TierCuts,
} from './scale.js';
export { TIERS, isHigher, tierColour, tierName, type Tier } from './tier.js';
export {
  OUTCOME_VERDICTS,
  bothTiers,
  outcomeName,
  type Outcome,
  type OutcomeVerdict,
  type PersonTier,
  type TierDecision,
} from './judgement.js';
export { hasUnseen, isSamePerson, nameProblem, personName } from './person-name.js';
export { sayContext } from './say-context.js';
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
  relationsOf,
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
export {
  ALERT_STAGES,
  DUTY_KINDS,
  dutyName,
  stageName,
  type Alert,
  type AlertChange,
  type AlertStage,
  type AlertStatus,
  type DutyKind,
} from './alert.js';
export type { Region, Unit } from './unit.js';
export { refuseStale, signed, type Signature } from './signature.js';
export { chineseNumber, withHeadingNumbers } from './heading-number.js';
export { WHOLE_CITY, seesUnit, seesWholeCity, type Sight } from './sight.js';
export {
  DRAFT_BULLETIN_MARK,
  DRAFT_MARK,
  type Block,
  type HeadingLevel,
  type Masthead,
  type Paper,
  type PaperKind,
  type PaperSignature,
} from './paper.js';
export {
  attachmentLines,
  copiesLine,
  mastheadLines,
  numberLine,
  paperText,
  writtenDay,
} from './paper-text.js';
export { headingBlock, paragraphBlock, tableBlock } from './paper-blocks.js';
export type { Cell, Sheet } from './sheet.js';
export {
  hideReporter,
  hiddenPayload,
  hiddenVerdict,
  type HiddenRecord,
  type ToldRecord,
} from './veil/hide-reporter.js';
export { veilOf, VEIL, type Veil } from './veil/veil.js';
export { chartText, type Bar, type Chart, type Cord, type Knot, type Series } from './chart.js';
export {
  BULLETIN_KINDS,
  BULLETIN_STATES,
  PERIODIC_KINDS,
  bulletinName,
  bulletinStateName,
  scopeFrom,
  scopeText,
  type BulletinKind,
  type BulletinScope,
  type BulletinState,
  type PeriodicKind,
  type Span,
} from './bulletin.js';
export type { FeedCount, PoolState, ServerFacts, VitalSigns } from './vital-signs.js';
