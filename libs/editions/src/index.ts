export { AdvanceEdition, type StepWish } from './advance-edition.js';
export { DraftEdition, type DraftWish } from './draft-edition.js';
export {
  STEP_KINDS,
  isSame,
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
export { SettleFolder, type Settled } from './settle-folder.js';
export {
  backtestRequestSchema,
  describeEditions,
  draftRequestSchema,
  stepRequestSchema,
  type EditionDocuments,
} from './requests.js';
