export * from './ports.js';
export { ReceiveRecords, type ParsedBatch, type Receipt } from './receive-records.js';
export { Reconcile, reconcileOne, type Reconciliation } from './reconcile.js';
export { silenceOf, WatchSilence, type Rhythm, type Silence } from './watch-silence.js';
export { sourceBookOf, type FrontTable, type Source, type SourceBook } from './source-book.js';
export {
  parseEnvelope,
  parseOuter,
  parsePayload,
  type Parsed,
  type ParseOutcome,
  type PayloadOutcome,
  type Refused,
} from './parse-envelope.js';
export { LARGEST_MESSAGE, parseBytes, readJson } from './parse-bytes.js';
export { LIMITS, type FieldIssue } from './poison.js';
export { fingerprintRecord } from './fingerprint-record.js';
export { envelopeSchema, payloadSchema } from './envelope-schema.js';
export { registrationSchema } from './registration-schema.js';
export { complaintSchema } from './complaint-schema.js';
export { advertisementSchema } from './advertisement-schema.js';
export { parseItem, type ReadItem } from './parse-item.js';
export { compilePresets, compileSources, type PresetBook } from './check-sources.js';
export {
  presetSchema,
  presetsFileSchema,
  sourcesFileSchema,
  type Preset,
} from './preset-schema.js';
export type { CompiledColumn, CompiledPreset } from './compile-preset.js';
export { mapRow, rowReason, type MappedRow, type RowContext, type UnusableRow } from './map-row.js';
export { choosePreset, matchPreset, type PresetMatch } from './choose-preset.js';
export { describeFeeds, type FeedDocuments, type JsonDocument } from './describe-feeds.js';
export { PollFrontTables, type PolledTable } from './poll-front-tables.js';
export type { ColumnIssue, Row } from './row-draft.js';
export { headerKey } from './header-key.js';
export { DROPPED, KEPT, targetsOf, type MappingTarget } from './mapping/targets.js';
export { personalTarget } from './mapping/personal-headers.js';
export { targetIn } from './mapping/target-in.js';
export { withChoices, type MappingChoices } from './mapping/with-choices.js';
export {
  compileImportPolicy,
  IMPORT_DEFAULTS,
  importPolicySchema,
  type ImportPolicy,
} from './imports/import-policy.js';
export * from './imports/ports.js';
export { shownValue } from './mapping/shown-value.js';
