import { NUMERALS, numberOf } from './chinese-number.js';
import type { Surroundings } from './surroundings.js';

/** For how long a rate is meant: how many such spans make a year, and how people say it. */
export interface Period {
  readonly perYear: number;
  readonly says: string;
  /** Where it begins in the left surroundings, or null when it stands on the right or nowhere. */
  readonly at: number | null;
}

/** Nothing says for how long: taken as a year, which is the mildest reading. */
export const UNSAID: Period = { perYear: 1, says: '未写期间，按一年计', at: null };

const PER_YEAR: Readonly<Record<string, number>> = {
  年: 1,
  季: 4,
  月: 12,
  周: 52,
  星期: 52,
  日: 365,
  天: 365,
  小时: 8760,
};
const perYear = (unit: string): number => PER_YEAR[unit.replace(/^个/, '').replace(/度$/, '')] ?? 1;

const NUM = `(?:[0-9]{1,4}(?:\\.[0-9]{1,2})?|[${NUMERALS}]{1,5})`;
/** 3个月, 30天, 两年 — a span of time; 2024年, 5月 and 3日 are dates. */
const SPAN = new RegExp(
  `(?<![0-9.${NUMERALS}])(${NUM})\\s?(个月|年|天|周|个?星期|个?季度|小时)(?!前|来|间|老|级|第)`,
  'g',
);
const NAMED =
  /年化|(?<![0-9])年(?=利|息|收|回|返|均|率|分|赚|化|增|综)|每年|月化|(?<![0-9个])月(?=利|息|收|回|返|均|率|分|赚|化|入)|每个?月|按月|日(?=利|息|收|返|均|赚|化|盈)|每[日天]|天天|周(?=息|收|返|化|赚)|每个?(?:周|星期)|季(?=息|收|返|化)|每个?季度?|半年/g;
const AFTER = /^\s?(?:\/|每个?|一个?|按)\s?(年|月|天|日|周|季)/;

interface Candidate extends Period {
  readonly at: number;
  readonly end: number;
}

const unitIn = (said: string): string => /年|季|月|周|星期|日|天/.exec(said)?.[0] ?? '年';

function named(left: string): Candidate[] {
  return [...left.matchAll(NAMED)].map((match) => ({
    perYear: match[0] === '半年' ? 2 : perYear(unitIn(match[0])),
    says: match[0],
    at: match.index,
    end: match.index + match[0].length,
  }));
}

function spans(text: string): Candidate[] {
  return [...text.matchAll(SPAN)].flatMap((match) => {
    const [all, number = '', unit = ''] = match;
    const value = numberOf(number);
    // 2024年 is a date; nobody promises by the century.
    if (value === null || value <= 0 || (unit === '年' && value > 100)) return [];
    return [
      { perYear: perYear(unit) / value, says: all, at: match.index, end: match.index + all.length },
    ];
  });
}

/** The period of a number: 年化 above all, else what stands nearest on its left, else on its right. */
export function periodOf({ left, right }: Surroundings): Period {
  const candidates = [...named(left), ...spans(left)].sort((a, b) => b.end - a.end);
  const annual = candidates.find((candidate) => candidate.says === '年化');
  if (annual) return annual;
  const after = AFTER.exec(right);
  if (after) return { perYear: perYear(after[1] ?? '年'), says: after[0].trim(), at: null };
  const [nearest] = candidates;
  if (nearest) return nearest;
  const [behind] = spans(right.slice(0, 8));
  return behind ? { perYear: behind.perYear, says: behind.says, at: null } : UNSAID;
}
