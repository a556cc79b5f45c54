export { AskState } from './ask-state.js';
export { describeTips } from './describe-tips.js';
export { Gate, type Admitted } from './form/gate.js';
export { OpenedForms, type OpenedForm } from './form/opened-forms.js';
export type { Question } from './form/question.js';
export { readTip, LONGEST_TEXT, SHORTEST_TEXT, targetField, TARGETS } from './form/tip-form.js';
export {
  compileTipPolicy,
  TIP_DEFAULTS,
  tipPolicySchema,
  type Hotline,
  type TipPolicy,
} from './policy.js';
export {
  TipInlet,
  TipSeals,
  TipStore,
  type TipDraft,
  type TipFate,
  type TipReview,
} from './ports.js';
export { ReviewTip, readTipReview } from './review-tip.js';
export { TIP_STATES, tipStateOf, tipStateWords, type TipState } from './state/tip-state.js';
export { TakeTip, type TipHands } from './take-tip.js';
export { type CheckedTipFile, type TipFile, TIP_FILE_TYPES } from './tip-file.js';
export { TIP_SOURCE, type TipEnvelope } from './tip-record.js';
