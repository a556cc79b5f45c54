import { isSamePerson, nameProblem } from '@risk/domain';
import { days } from '@risk/kit';

/** A configuration file of an edition: its name in the folder and what it says. */
export interface BookFile {
  readonly name: string;
  readonly content: unknown;
}

/** What an edition consists of: the rules, the scoring and, where it has one, the lexicon that judge together. */
export interface RuleBook {
  readonly rules: readonly BookFile[];
  readonly scoring: BookFile;
  /** Null: that of the configuration folder, whatever it says by then. */
  readonly lexicon: readonly BookFile[] | null;
}

/** The fingerprints of a book. */
export interface BookVersions {
  readonly rules: string;
  readonly scoring: string;
  /** Null where the lexicon is that of the configuration folder. */
  readonly lexicon: string | null;
}

/** Whether two books say the same. */
export const isSame = (a: BookVersions, b: BookVersions): boolean =>
  isSameBook(a, b) && a.lexicon === b.lexicon;

/** Whether two books have the same rules and scoring, whatever their words. */
export const isSameBook = (
  a: Pick<BookVersions, 'rules' | 'scoring'>,
  b: Pick<BookVersions, 'rules' | 'scoring'>,
): boolean => a.rules === b.rules && a.scoring === b.scoring;

/** What can happen to an edition, in this order; a former one can come back by `rolled-back`. */
export const STEP_KINDS = [
  'drafted',
  'backtested',
  'shadowed',
  'published',
  'rolled-back',
  'withdrawn',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One step in the life of an edition: who took it, when and why. */
export interface EditionStep {
  readonly kind: StepKind;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** One version of rules and scoring, with its life so far; steps oldest first. */
export interface Edition extends BookVersions {
  readonly id: string;
  /** `folder`: it came with the configuration folder; `person`: somebody drafted it. */
  readonly origin: 'folder' | 'person';
  readonly title: string;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly steps: readonly EditionStep[];
  readonly inForce: boolean;
}

export type Stage = 'draft' | 'tested' | 'shadow' | 'in-force' | 'retired' | 'withdrawn';

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  draft: '草稿',
  tested: '已回测',
  shadow: '影子运行',
  'in-force': '现行',
  retired: '曾用',
  withdrawn: '已撤回',
};
export const stageName = (stage: Stage): string => STAGE_NAMES[stage];

const STEP_NAMES: Readonly<Record<StepKind, string>> = {
  drafted: '起草',
  backtested: '回测',
  shadowed: '影子运行',
  published: '发布',
  'rolled-back': '退回到此版本',
  withdrawn: '撤回',
};
export const stepName = (kind: StepKind): string => STEP_NAMES[kind];

/** How far an edition has come. */
export function stageOf({ steps, inForce }: Pick<Edition, 'steps' | 'inForce'>): Stage {
  if (inForce) return 'in-force';
  const last = steps.findLast(({ kind }) => kind !== 'backtested')?.kind ?? 'drafted';
  if (last === 'withdrawn') return 'withdrawn';
  if (last === 'shadowed') return 'shadow';
  if (last === 'published' || last === 'rolled-back') return 'retired';
  return steps.some(isTest) ? 'tested' : 'draft';
}

/** A step that somebody wants to take. */
export interface WantedStep {
  readonly kind: StepKind;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
  /** Goes out without the shadow time; why, is kept. */
  readonly urgent?: boolean;
}

/** How long an edition runs in shadow before it may be published; a local default, not statute. */
export const SHADOW_TIME = days(1);

type Rule = (edition: Edition, wanted: WantedStep) => string | null;

/** Why a step may not be taken now, in a sentence for officials; null when it may. */
export function refusalOf(edition: Edition, wanted: WantedStep): string | null {
  const nobody = nameProblem(wanted.by, '经办人');
  if (nobody !== null) return nobody;
  if (wanted.because.trim().length < 2) return '请写明理由';
  const stage = stageOf(edition);
  if (stage === 'withdrawn') return `版本 ${edition.id} 已撤回，请另起草稿`;
  return RULES[wanted.kind](edition, wanted);
}

const RULES: Readonly<Record<StepKind, Rule>> = {
  drafted: ({ id }) => `版本 ${id} 已经存在`,
  backtested: () => null,
  shadowed: (edition) => {
    if (edition.inForce) return `版本 ${edition.id} 正在使用`;
    if (stageOf(edition) === 'shadow') return `版本 ${edition.id} 已在影子运行`;
    return tested(edition);
  },
  published: (edition, wanted) => {
    if (edition.inForce) return `版本 ${edition.id} 正在使用`;
    if (isSamePerson(wanted.by, edition.draftedBy)) {
      return `起草人和发布人不能是同一人（${edition.draftedBy}），请由另一人复核发布`;
    }
    return tested(edition) ?? shadowed(edition, wanted);
  },
  'rolled-back': (edition) => {
    if (edition.inForce) return `版本 ${edition.id} 正在使用`;
    return edition.steps.some(isEntry) ? null : `版本 ${edition.id} 从未发布过，不能退回到它`;
  },
  withdrawn: (edition) =>
    edition.inForce ? `版本 ${edition.id} 正在使用，请先退回到另一版本` : null,
};

/** A step that puts an edition in force. */
const isEntry = ({ kind }: EditionStep): boolean => kind === 'published' || kind === 'rolled-back';

/** A backtest that replayed something, or that said that there is nothing to replay yet. */
const isTest = ({ kind, detail }: EditionStep): boolean =>
  kind === 'backtested' && (detail?.['records'] !== 0 || detail['isStoreEmpty'] === true);

function tested({ id, steps }: Edition): string | null {
  if (steps.some(isTest)) return null;
  return steps.some(({ kind }) => kind === 'backtested')
    ? `版本 ${id} 的回测没有重放任何记录，请换一段有记录的时间再回测`
    : `版本 ${id} 还没有回测`;
}

function shadowed({ id, steps }: Edition, { at, urgent }: WantedStep): string | null {
  if (urgent === true) return null;
  const began = steps.findLast(({ kind }) => kind === 'shadowed');
  if (!began) return `版本 ${id} 还没有影子运行；情况紧急时可注明“紧急”直接发布`;
  const left = began.at.getTime() + SHADOW_TIME - at.getTime();
  if (left <= 0) return null;
  return `版本 ${id} 影子运行未满 ${SHADOW_TIME / 3_600_000} 小时，还差 ${Math.ceil(left / 3_600_000)} 小时；情况紧急时可注明“紧急”直接发布`;
}
