export { foldText } from './fold-text.js';
export { compileTerms, TermScanner } from './term-scanner.js';
export type { TermHit } from './term-hit.js';
export { buffersOf } from './packed-buffers.js';
export { packTerms, type PackedTerms } from './packed-terms.js';
export type { ScanMode } from './spans.js';
export { plainRule, problemOfTerm, type TermRule } from './term.js';
export {
  lexiconFileSchema,
  type CueGroup,
  type Lexicon,
  type LexiconEntry,
  type LexiconFile,
  type YieldStep,
} from './lexicon.js';
export { speaksIn } from './lexicon.js';
export { parseLexicon, type LexiconSource } from './parse-lexicon.js';
export { reviewLexicon } from './review-lexicon.js';
export { packLexicon, type PackedLexicon } from './pack-lexicon.js';
export {
  compileLexicon,
  KeywordEngine,
  type KeywordHit,
  type KeywordReading,
} from './keyword-engine.js';
export { namedCue, transformName, type NamedCue } from './transform-name.js';
export { findYields, type YieldFinding } from './numbers/find-yields.js';
export {
  judgeTexts,
  YIELD_CODES,
  type FieldHit,
  type TextField,
  type TextVerdict,
} from './judge-text.js';
