export { AssessRecords, type IndexedEntity, type IndexOf } from './assess-records.js';
export { MoveCuts, type CutScoring } from './move-cuts.js';
export { AttachMentions } from './attach-mentions.js';
export {
  CutStore,
  EntityStore,
  VerdictStore,
  type EntityLink,
  type EntityMerge,
  type EntityProfile,
  type EntityState,
  type Founder,
  type IndexWrite,
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
} from './judge-record.js';
export type { TextField } from './judged-texts.js';
