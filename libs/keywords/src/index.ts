export { foldText } from './fold-text.js';
export {
  compileTerms,
  plainRule,
  type ScanMode,
  type TermHit,
  type TermScanner,
} from './term-scanner.js';
export { problemOfTerm, type TermRule } from './term.js';
export {
  lexiconFileSchema,
  type CueGroup,
  type Lexicon,
  type LexiconEntry,
  type LexiconFile,
  type YieldStep,
} from './lexicon.js';
export {
  checkLexicon,
  parseLexicon,
  type LexiconProblem,
  type LexiconSource,
} from './parse-lexicon.js';
export {
  compileLexicon,
  type KeywordEngine,
  type KeywordHit,
  type KeywordReading,
} from './keyword-engine.js';
export { findYields, type YieldFinding } from './numbers/find-yields.js';
export { judgeText, type FieldHit, type TextField, type TextVerdict } from './judge-text.js';
