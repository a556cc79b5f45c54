import type { NoticeKind, NoticeVerdict } from '@risk/alerting';
import { stageName, type AlertStage } from '@risk/domain';
import { html, type Html } from './html.js';

/** Every deadline on every page carries these words: no law sets it. */
export const LOCAL_DEFAULT = '本地默认，非法定';

/** How codes are called on screen; the names of the city come from its configuration. */
export interface Names {
  readonly unit: (code: string) => string;
  readonly region: (code: string | null) => string;
  readonly channel: (code: string) => string;
}

const ROLES: Readonly<Record<string, string>> = { lead: '主办', assist: '协办', copy: '抄送' };
export const roleName = (role: string): string => ROLES[role] ?? role;

const KINDS: Readonly<Record<NoticeKind, string>> = {
  alert: '预警',
  reminder: '提醒',
  escalation: '逾期升级',
  progress: '进展',
  digest: '汇总',
  flood: '暂停发送',
  bulletin: '简报',
};
export const NOTICE_KINDS = Object.keys(KINDS) as NoticeKind[];
export const noticeKindName = (kind: string): string =>
  (KINDS as Readonly<Record<string, string>>)[kind] ?? kind;

const VERDICTS: Readonly<Record<NoticeVerdict, string>> = {
  resend: '重发',
  received: '核实已收到',
  'not-received': '核实没有收到',
};
export const verdictName = (verdict: NoticeVerdict): string => VERDICTS[verdict];

const CAUSES: Readonly<Record<string, string>> = {
  silence: '静默',
  flood: '暂停发送',
  bulletin: '简报',
  inhibited: '让位于更急的一件',
  merged: '已并入另一件',
  unsaid: '即将重新通知',
};
export const causeName = (cause: string): string => CAUSES[cause] ?? cause;

/** The stage, where the store has it as text. */
export const stageWord = (stage: string): string => stageName(stage as AlertStage);

export const sampleMark = (isSample: boolean): Html | null =>
  isSample ? html`<em>样例</em>` : null;
