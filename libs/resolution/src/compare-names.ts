import { foldName, type FoldedName } from './fold-name.js';
import { isWithin, type Places } from './places.js';

/** The answer to "do these two names mean the same firm?", with its reason. */
export interface NameComparison {
  readonly same: boolean;
  /** 0 to 1; from 0.7 up the two count as the same. */
  readonly score: number;
  readonly because: string;
}

const SAME = 0.7;
/** A branch and what is not that branch are never the same, however like their names. */
const BRANCH_CAP = 0.6;

type Verdict = readonly [score: number, because: string];
type Judge = (a: FoldedName, b: FoldedName, places: Places) => Verdict | null;

/** From the most certain to the vaguest; the first that has an opinion decides. */
const JUDGES: readonly Judge[] = [
  emptyName,
  sameFolded,
  formerName,
  branchAndParent,
  otherNumeral,
  sameCore,
  brandOnly,
  similarCore,
];

/** Compares two names of firms. */
export function compareNames(left: string, right: string, places: Places): NameComparison {
  const [a, b] = [foldName(left, places), foldName(right, places)];
  for (const judge of JUDGES) {
    const verdict = judge(a, b, places);
    if (verdict) return answer(verdict, a.branch?.name === b.branch?.name ? 1 : BRANCH_CAP);
  }
  return { same: false, score: 0, because: '字号不同' };
}

const answer = ([likeness, because]: Verdict, cap: number): NameComparison => {
  const score = Math.min(likeness, cap);
  return { same: score >= SAME, score, because };
};

function emptyName(a: FoldedName, b: FoldedName): Verdict | null {
  return a.folded === '' || b.folded === '' ? [0, '名称为空，无法比较'] : null;
}

function sameFolded(a: FoldedName, b: FoldedName): Verdict | null {
  if (a.folded !== b.folded) return null;
  if (a.form.text === b.form.text) return [1, '名称一致（只有写法差异）'];
  if (a.form.kind === 'none' || b.form.kind === 'none')
    return [0.92, '地区、字号、行业一致，一方未写组织形式'];
  return [0.95, `地区、字号、行业一致，组织形式写法不同（${a.form.text}／${b.form.text}）`];
}

function formerName(a: FoldedName, b: FoldedName, places: Places): Verdict | null {
  const isFormer = (x: FoldedName, y: FoldedName) =>
    x.former.some((name) => foldName(name, places).folded === y.folded);
  return isFormer(a, b) || isFormer(b, a) ? [0.95, '一方的曾用名与另一方一致'] : null;
}

const parentOf = (name: FoldedName): FoldedName => name.branch?.parent ?? name;

function branchAndParent(a: FoldedName, b: FoldedName): Verdict | null {
  const branch = a.branch ?? b.branch;
  if (!branch || parentOf(a).folded !== parentOf(b).folded) return null;
  if (a.branch && b.branch) {
    return [0.5, `同一总部的不同分支机构（${a.branch.name}／${b.branch.name}）`];
  }
  return [BRANCH_CAP, `一方是另一方的分支机构（${branch.name}）`];
}

function otherNumeral(a: FoldedName, b: FoldedName): Verdict | null {
  const [coreA, coreB] = [a.core + a.industry, b.core + b.industry];
  if (coreA === coreB || !/\d/.test(coreA) || !/\d/.test(coreB)) return null;
  const sameLetters = coreA.replace(/\d/g, '') === coreB.replace(/\d/g, '');
  return sameLetters ? [0.35, `字号中的序号不同（${coreA}／${coreB}）`] : null;
}

function sameCore(a: FoldedName, b: FoldedName, places: Places): Verdict | null {
  if (a.core !== b.core || a.core === '') return null;
  if (a.form.mark !== b.form.mark && !isOpenForm(a, b)) {
    return [0.4, `字号相同，组织形式不同（${a.form.text}／${b.form.text}）`];
  }
  if (a.industry !== b.industry) return otherTrade(a, b, places);
  return otherRegion(a, b, places);
}

const isOpenForm = (a: FoldedName, b: FoldedName): boolean =>
  a.form.kind === 'none' || b.form.kind === 'none';

function otherTrade(a: FoldedName, b: FoldedName, places: Places): Verdict {
  const near = areNear(a, b, places) ? 0 : 0.2;
  if (a.industry === '' || b.industry === '') {
    return [0.6 - near, `字号相同，一方未写行业（${a.industry || b.industry}），可能是简称`];
  }
  const isLonger = a.industry.startsWith(b.industry) || b.industry.startsWith(a.industry);
  const because = `字号相同，行业不同（${a.industry}／${b.industry}）`;
  return [(isLonger ? 0.6 : 0.4) - near, because];
}

function otherRegion(a: FoldedName, b: FoldedName, places: Places): Verdict {
  if (a.region === '' || b.region === '') {
    return [0.8, `字号、行业一致，一方未写地区（${a.region || b.region}）`];
  }
  const because = `字号、行业一致，地区不同（${a.region}／${b.region}）`;
  if (a.region === b.region) return [0.9, '地区、字号、行业一致，一方未写组织形式'];
  return [isNested(a, b, places) ? 0.6 : 0.3, because];
}

const isNested = (a: FoldedName, b: FoldedName, places: Places): boolean =>
  isWithin(a.region, b.region, places) || isWithin(b.region, a.region, places);

const areNear = (a: FoldedName, b: FoldedName, places: Places): boolean =>
  a.region === '' || b.region === '' || isNested(a, b, places);

function brandOnly(a: FoldedName, b: FoldedName, places: Places): Verdict | null {
  const [short, long] = a.core.length <= b.core.length ? [a, b] : [b, a];
  if (short.core.length < 2 || !long.core.includes(short.core) || !areNear(a, b, places))
    return null;
  if (short.industry !== '' && long.industry !== short.industry) return null;
  return [0.5, `一方的字号（${short.core}）包含在另一方（${long.core}）之中，可能是品牌或简称`];
}

function similarCore(a: FoldedName, b: FoldedName, places: Places): Verdict {
  const likeness = diceOf(a.core, b.core);
  const factor = areNear(a, b, places) ? 0.6 : 0.4;
  const bonus = a.industry === b.industry && a.industry !== '' ? 0.1 : 0;
  const score = Math.round(factor * (likeness * 0.85 + bonus) * 100) / 100;
  return [score, `字号不同（${a.core || a.industry}／${b.core || b.industry}）`];
}

/** Share of characters in common. */
function diceOf(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const left = Array.from(a);
  const right = Array.from(b);
  const length = left.length + right.length;
  const common = right.filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * common) / length;
}
