import type { BulletinKind, BulletinLine, BulletinState } from '../api/bulletins.js';
import type { Standing } from '../shown/standing.js';

export const KIND_WORDS: Readonly<Record<BulletinKind, string>> = {
  ...{ daily: '日报', weekly: '周报', monthly: '月报', quarterly: '季报', special: '专报' },
};
export const STATE_WORDS: Readonly<Record<BulletinState, string>> = {
  ...{ draft: '草稿', reviewed: '已审核', issued: '已签发', withdrawn: '已作废' },
};

const STANDINGS: Readonly<Record<BulletinState, Standing>> = {
  ...{ draft: 'waiting', reviewed: 'waiting', issued: 'good', withdrawn: 'off' },
};

/** How far it has come; what is not whole says so. */
export function bulletinState({ state, broken }: Pick<BulletinLine, 'state' | 'broken'>): {
  readonly word: string;
  readonly standing: Standing;
} {
  if (broken.length > 0) return { word: `${STATE_WORDS[state]}（不完整）`, standing: 'bad' };
  return { word: STATE_WORDS[state], standing: STANDINGS[state] };
}

const STEPS: Readonly<Record<string, string>> = {
  ...{ composed: '编制', recomposed: '重新编制', reviewed: '审核', returned: '退回' },
  ...{ signed: '签发', issued: '发出', withdrawn: '作废' },
};
export const bulletinStep = (kind: string): string => STEPS[kind] ?? kind;

/** 第12期, and which correction of it. */
export function numberWords({
  number,
  revision,
}: Pick<BulletinLine, 'number' | 'revision'>): string {
  const issue = number === null ? '' : `第 ${String(number)} 期`;
  return revision === 0 ? issue : `${issue}（第 ${String(revision)} 次更正）`;
}
