export type { AgedSignal } from './aged-signal.js';
export { compileScoring, type Scoring } from './compile-scoring.js';
export type { NextTier } from './scale.js';
export type { EntityEvidence, EntityScore } from './score-entity.js';
export type { RecordScore, ScorableSignal } from './score-record.js';
export { scoringSchema, type ScoringConfig } from './scoring-config.js';
