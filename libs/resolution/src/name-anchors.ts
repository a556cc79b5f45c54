/** How strongly an ending says that a name stands before it. */
type AnchorKind = 'full' | 'plain' | 'platform' | 'brand';

interface AnchorWord {
  readonly word: string;
  readonly kind: AnchorKind;
  /** What may stand directly before it as a part of the same ending; longest first. */
  readonly before: readonly string[];
  /** Words before it that make it no name of its own: 分公司. */
  readonly never: string;
}

/** An ending found in a text: the name stands before `start`, and reaches to `end`. */
export interface Anchor {
  readonly kind: AnchorKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const words = (kind: AnchorKind, list: string, before = '', never = ''): AnchorWord[] =>
  list
    .split(' ')
    .map((word) => ({ word, kind, before: before === '' ? [] : before.split(' '), never }));

/** Endings that a text is searched for; a line to add one. */
const WORDS: readonly AnchorWord[] = [
  ...words(
    'plain',
    '公司',
    '股份有限责任 有限责任 股份有限 集团有限 有限 集团 股份 责任',
    '分子母总支',
  ),
  ...words('full', '合伙企业'),
  ...words('full', '合作社 联合社', '农民专业 股份经济 专业 合作'),
  ...words('full', '互助社', '农村资金 资金'),
  ...words(
    'plain',
    '事务所 基金会 养老院 敬老院 养老公寓 老年公寓 养老服务中心 养老中心 养老山庄 交易中心 交易所 俱乐部 商会 协会 研究会 促进会 书画院 养生馆 会所 体验店 体验馆 经营部 商行 寄卖行 典当行 工作室 商贸城',
  ),
  ...words(
    'platform',
    '平台 APP App app 软件 小程序 公众号',
    '投资 理财 借贷 网贷 交易 购物 金融 众筹 返利 直销 财富',
  ),
  ...words('platform', '钱包 商城'),
  ...words('brand', '金融 金服 金控 财富 资本 创投 理财 贷网 宝网 财网 利网 金所 租宝 贷宝'),
  ...words('brand', '贷', '', '可能想会不没未欠还再在'),
];
const KINDS: readonly AnchorKind[] = ['full', 'plain', 'platform', 'brand'];

/** Whether a text may hold any name at all; cheap. */
export function findAnchors(text: string): Anchor[] {
  const found: Anchor[] = [];
  for (const word of WORDS) {
    for (
      let at = text.indexOf(word.word);
      at >= 0;
      at = text.indexOf(word.word, at + word.word.length)
    ) {
      const anchor = anchorAt(text, at, word);
      if (anchor !== null) found.push(anchor);
    }
  }
  return found.length < 2
    ? found
    : found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

function anchorAt(
  text: string,
  at: number,
  { word, kind, before, never }: AnchorWord,
): Anchor | null {
  if (at === 0 || never.includes(text.charAt(at - 1))) return null;
  const prefix =
    before.find((part) => text.startsWith(part, at - part.length) && at > part.length) ?? '';
  const start = at - prefix.length;
  if (kind === 'platform') {
    const stop = word === '钱包' || word === '商城' ? at + word.length : at;
    return { kind, start, end: stop, text: prefix + word };
  }
  const end = at + word.length + bracketedForm(text, at + word.length);
  const isFull = kind === 'full' || prefix.includes('有限');
  if (kind === 'brand' && !endsHere(text, end)) return null;
  return { kind: isFull ? 'full' : kind, start, end, text: prefix + word };
}

/** 合伙企业（有限合伙）: the bracket belongs to the name. */
const bracketedForm = (text: string, at: number): number =>
  /^[（(](?:有限|普通|特殊普通)合伙[）)]/.exec(text.slice(at, at + 8))?.[0].length ?? 0;

/** A brand ends where no word goes on: 鑫源金融跑路 yes, 金融机构 no. */
const endsHere = (text: string, at: number): boolean =>
  !/^(?:[机市服产科信监风犯秩危办局业消街学难管网宝款诈人者上后前类知理法资顾活]|中心|公司|平台)/.test(
    text.slice(at, at + 2),
  );

const BRANCH =
  /^[（(]?[\u4e00-\u9fff]{0,12}?(?:分公司|支公司|分店|分行|支行|营业部|门市部|办事处|服务部|分部|分中心)[）)]?/;

/** How far a branch's own part reaches behind its parent's name; empty when there is none. */
export const branchBehind = (text: string, at: number): string =>
  BRANCH.exec(text.slice(at, at + 20))?.[0] ?? '';
