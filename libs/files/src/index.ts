export { readRows } from './read-rows.js';
export { previewFile, type FilePreview } from './preview-file.js';
export { wordsOfFile, type FileWords } from './words/words-of-file.js';
export { detectKind, type FileKind } from './detect-kind.js';
export { detectEncoding, type TextEncoding } from './text-encoding.js';
export {
  issueTexts,
  placeText,
  type Cell,
  type CellIssue,
  type FileFault,
  type FileItem,
  type FileRow,
  type ReadOptions,
} from './file-item.js';
