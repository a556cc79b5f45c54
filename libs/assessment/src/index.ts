export { AssessRecords, type IndexedEntity, type IndexOf } from './assess-records.js';
export { MoveCuts, type CutScoring } from './move-cuts.js';
export { AttachMentions } from './attach-mentions.js';
export { lastWords } from './last-words.js';
export {
  NOTHING_REPLAYED,
  joinReplayed,
  replayRecords,
  type Pair,
  type Replayed,
  type SlimVerdict,
  type StoredRecord,
} from './backtest/replay-records.js';
export {
  COURSE_CHANGES,
  changeBetween,
  walkEntity,
  type Course,
  type CourseChange,
} from './backtest/walk-entity.js';
export {
  countingSignals,
  withOnly,
  withVerdicts,
  type EntityMemory,
  type RememberedRecord,
} from './memory/entity-memory.js';
export { personsAmong, recall, type Recollection } from './memory/recall.js';
export {
  CutStore,
  EntityStore,
  MemoryStore,
  VerdictStore,
  type EntityLink,
  type EntityMerge,
  type EntityProfile,
  type EntityState,
  type Founder,
  type Founding,
  type IndexWrite,
  type LatestEvidence,
  type JudgedRecord,
  type KeptCuts,
} from './ports.js';
export {
  createIndexing,
  type IndexEngines,
  type IndexEntity,
  type Indexable,
} from './index-entity.js';
export {
  createJudge,
  type Judge,
  type JudgeEngines,
  type JudgedText,
  type KeywordVerdict,
  type RecordReading,
} from './judge-record.js';
export { judgedTexts, type TextField } from './judged-texts.js';
export { createWhyNot, type NearRule, type WhyNot, type WhyNotEngines } from './why-not.js';
