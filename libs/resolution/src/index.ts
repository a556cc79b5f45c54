export {
  creditCheckLetter,
  organisationCheckLetter,
  readCode,
  registrationCheckDigit,
  type CodeKind,
  type CodeReading,
} from './credit-code.js';
export { placesFrom, regionOfAddress, type Place, type Places } from './places.js';
export { foldName, type FoldedName } from './fold-name.js';
export type { FormKind, NameForm } from './name-forms.js';
export { compareNames, type NameComparison } from './compare-names.js';
export { findMentions } from './find-mentions.js';
export type { FoundMention } from './found-mention.js';
export { resolveMentions } from './resolve-mentions.js';
export {
  areCompatible,
  decideAttachment,
  type Attachment,
  type Candidate,
  type Merge,
} from './decide-attachment.js';
export { bystanderSort } from './bystanders.js';
export { foldPhone, foldWebsite } from './contacts.js';
export { plainName } from './name-text.js';
