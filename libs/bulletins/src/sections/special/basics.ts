import { bothTiers, FEEDS, feedName, suppressionText, tierColour, type Block } from '@risk/domain';
import { chinaDay, chinaTime } from '@risk/kit';
import type { Dossier, HeldShare, RegisteredEvent, RegisteredFacts } from '../../dossier.js';
import type { Ask, CityWords, Written } from '../section.js';
import { suspected, table, text, under, written } from '../writing.js';
import { complaintsText, yuan } from './dossier-words.js';
import { dossierSection } from './read-dossier.js';

/** 基本情况: who it is by the register, and how it stands. */
export const basics = dossierSection('基本情况', write);

function write(dossier: Dossier, ask: Ask, words: CityWords): Written {
  const { entityId, name, registered, index } = dossier;
  const standing = standingText(dossier, words);
  return written({
    blocks: [
      ...registeredBlocks(dossier, words),
      ...under('股东', shareBlocks(registered?.shareholders ?? [], words)),
      ...under('处罚和异常名录', adverseBlocks(registered?.events ?? [], words)),
      ...under('风险状况', [text(standing), text(heardText(dossier, ask)), ...licence(dossier)]),
    ],
    lead: `${words.mask(name)}：${standing}`,
    figures: [
      { label: '风险指数', value: index === null ? '—' : index.score.toFixed(1) },
      { label: '模型等级', value: index === null ? '—' : tierColour(index.tier) },
    ],
    named: [{ entityId, name }],
    isQuiet: false,
  });
}

type Row = readonly [title: string, value: (facts: RegisteredFacts, words: CityWords) => unknown];

const masked =
  (of: (facts: RegisteredFacts) => string | null) => (facts: RegisteredFacts, words: CityWords) =>
    nullable(of(facts), (value) => words.mask(value));
const nullable = <T>(value: T | null, say: (value: T) => string): string | null =>
  value === null ? null : say(value);

/**
 * One line a fact. Codes and the firm's own telephones are business data and look like numbers of persons to
 * the mask, so they are not put through it.
 */
const ROWS: readonly Row[] = [
  ['曾用名', ({ formerNames }, words) => formerNames.map((one) => words.mask(one)).join('、')],
  ['法定代表人', masked(({ legalRepresentative }) => legalRepresentative)],
  ['注册资本', ({ registeredCapital }) => nullable(registeredCapital, yuan)],
  ['实缴资本', ({ paidInCapital }) => nullable(paidInCapital, yuan)],
  ['成立日期', ({ establishedOn }) => establishedOn],
  ['住所', masked(({ address }) => address)],
  ['经营场所', masked(({ businessAddress }) => businessAddress)],
  ['属地', ({ regionCode }, words) => nullable(regionCode, (code) => words.regionName(code))],
  ['行业代码', ({ industry }) => industry],
  ['经营范围', masked(({ businessScope }) => businessScope)],
  ['登记电话', ({ phones }) => phones.join('、')],
  ['网站', ({ websites }) => websites.join('、')],
];

function registeredBlocks({ name, uscc, registered }: Dossier, words: CityWords): readonly Block[] {
  const rows = [
    ['名称', words.mask(name)],
    ...(uscc === null ? [] : [['统一社会信用代码', uscc]]),
    ...ROWS.flatMap(([title, value]) => {
      const said = registered && value(registered, words);
      return typeof said === 'string' && said !== '' ? [[title, said]] : [];
    }),
  ];
  const source = registered
    ? `以上为登记机关公示信息，最近一次登记事项发生于 ${chinaDay(registered.toldAt)}。`
    : '没有查到登记信息，主体身份有待核实。';
  return [table(['项目', '内容'], rows, [2.5, 7.5]), text(source)];
}

function shareBlocks(shares: readonly HeldShare[], words: CityWords): readonly Block[] {
  if (shares.length === 0) return [];
  const rows = shares.map(({ name, kind, share }) => [
    words.mask(name),
    kind ?? '—',
    share === null ? '—' : `${share}%`,
  ]);
  return [table(['股东', '类型', '持股比例'], rows, [5, 3, 2])];
}

const ADVERSE: Readonly<Record<string, string>> = {
  penalty: '行政处罚',
  abnormal: '列入经营异常名录',
};

function adverseBlocks(events: readonly RegisteredEvent[], words: CityWords): readonly Block[] {
  const rows = events.flatMap(({ event, at, source, details }) => {
    const title = ADVERSE[event];
    const why = details.map((one) => words.mask(one)).join('；') || '未公示';
    return title === undefined ? [] : [[chinaDay(at), title, why, words.sourceTitle(source)]];
  });
  return rows.length === 0 ? [] : [table(['时间', '事项', '事由', '来源'], rows, [2, 2.5, 4, 2])];
}

/** Both opinions where there are two: a person's is never hidden by the model's. */
function standingText({ index, person }: Dossier, words: CityWords): string {
  if (index === null)
    return `尚无风险指数${person ? `，人工等级${tierColour(person.tier)}（${person.by}，${words.mask(person.because)}）` : ''}。`;
  const tiers = person
    ? bothTiers(index.tier, { ...person, because: words.mask(person.because) })
    : `模型等级${tierColour(index.tier)}，没有人工等级`;
  return `${suspected(index.scheme)}，风险指数 ${index.score.toFixed(1)}（自 ${chinaTime(index.at)}），${tiers}。`;
}

function heardText(dossier: Dossier, ask: Ask): string {
  const counted = FEEDS.filter((feed) => feed !== 'complaint')
    .map((feed) => `${feedName(feed)} ${dossier.records[feed]} 条`)
    .join('、');
  const yields =
    dossier.highestYield === null ? '' : `公开承诺的收益最高折合年化 ${dossier.highestYield}%。`;
  return `有关记录：${counted}；${complaintsText(dossier, ask)}。${yields}`;
}

const licence = ({ index }: Dossier): readonly Block[] =>
  index?.suppressed ? [text(suppressionText(index.suppressed))] : [];
