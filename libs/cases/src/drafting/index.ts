export { AttachFile, type AttachRequest } from '../attachments/attach-file.js';
export { readAttachment } from '../attachments/attach-request.js';
export { ExportCredit, type CreditFiles } from '../credit/export-credit.js';
export { readCredit, type CreditRequest } from '../credit/credit-request.js';
export {
  CreditExports,
  type CreditExport,
  type ExportedCase,
  type UnexportedCase,
} from '../credit/ports.js';
export { evidencePlaces } from '../verification/evidence-places.js';
export { CaseFile, type CaseSources, type CityNames } from './case-file.js';
export { describeLetters } from './describe-letters.js';
export { DraftLetter, type DraftRequest, type LetterDraft } from './draft-letter.js';
export { DRAFT_CODES, isDraftCode, type DraftCode } from './draft-code.js';
export { readDraft, readMeetingPaper, readSigning } from './letter-requests.js';
export {
  WriteMeetingPaper,
  type MeetingPaper,
  type MeetingPaperCode,
  type MeetingPaperRequest,
} from './meeting-papers.js';
export {
  KnownReporters,
  LetterSource,
  LetterStore,
  PaperPress,
  type AlertPlace,
  type FoundStep,
  type LetterContent,
  type NewLetter,
  type Pressed,
  type RegisteredFirm,
  type SignedLetter,
} from './ports.js';
export { ReopenLetter } from './reopen-letter.js';
export { SignLetter, type IssuedLetter, type SigningRequest } from './sign-letter.js';
