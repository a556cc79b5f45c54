export { AdvanceEdition, type StepWish } from './advance-edition.js';
export { DraftEdition, type DraftWish } from './draft-edition.js';
export {
  SHADOW_TIME,
  STEP_KINDS,
  isSame,
  isSameBook,
  refusalOf,
  stageName,
  stageOf,
  stepName,
  type BookFile,
  type BookVersions,
  type Edition,
  type EditionStep,
  type RuleBook,
  type Stage,
  type StepKind,
} from './edition.js';
export { BookChecker, EditionStore, type Draft } from './ports.js';
export {
  changesSchema,
  keptChangesSchema,
  ruleEditSchema,
  triedSchema,
  tryRequestSchema,
  type Changes,
  type RuleEdit,
  type Tried,
} from './content/changes.js';
export {
  differenceBetween,
  partsBetween,
  type Difference,
  type RuleDifference,
  type WholeBook,
  type WordDifference,
} from './content/difference.js';
export {
  rulesIn,
  withoutRule,
  withRule,
  type FiledText,
  type RuleText,
} from './content/rules-in.js';
export {
  withWords,
  wordListsIn,
  type Word,
  type WordChange,
  type WordKind,
  type WordList,
  type WordMeaning,
} from './content/word-lists.js';
export { SettleFolder, type Settled } from './settle-folder.js';
export {
  backtestPeriod,
  backtestRequestSchema,
  draftRequestSchema,
  stepRequestSchema,
} from './requests.js';
export { describeEditions, type EditionDocuments } from './describe-editions.js';
