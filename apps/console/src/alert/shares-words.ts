import type { SharedThing } from '../api/alert.js';

const WORDS: Readonly<Record<string, string>> = {
  ...{ member: '已并入本件', group: '同组', entity: '同一主体', phone: '同一电话' },
  ...{ address: '同一地址', representative: '同一法定代表人', shareholder: '同一股东' },
  ...{ parent: '总部与分支', scheme: '同地同类型' },
};

/** A person of the register is told apart by where they are registered; that part is not for people. */
const plain = (value: string): string => value.replace(/@\d+$/u, '');

/** Why two alerts stand side by side: 同一电话 0735-1234567. */
export const shareWords = ({ kind, value }: SharedThing): string =>
  `${WORDS[kind] ?? kind}${value === null ? '' : ` ${plain(value)}`}`;

/** All of it in one line. */
export const sharesWords = (shares: readonly SharedThing[]): string =>
  shares.map(shareWords).join('，');
