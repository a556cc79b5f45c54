import { outcomeName, tierColour, type Block, type Chart } from '@risk/domain';
import { chinaDay, chinaMidnight, chinaTime } from '@risk/kit';
import type { Dossier, DossierChange, DossierOutcome, RegisteredEvent } from '../../dossier.js';
import type { Ask, CityWords, Written } from '../section.js';
import { chart, table, text, under, written } from '../writing.js';
import { yuan } from './dossier-words.js';
import { dossierSection } from './read-dossier.js';

/** Something that happened; of what is known by its day only, `isDay`. */
interface Happening {
  readonly at: Date;
  readonly isDay?: boolean;
  readonly what: string;
  readonly who: string;
}

/** 时间线: what happened and who did what, the oldest first; single complaints are not in it. */
export const timeline = dossierSection('时间线', write);

/** What stands on paper; everything stands in the annex. */
const ON_PAPER = 60;

function write(dossier: Dossier, _ask: Ask, words: CityWords): Written {
  const all = happeningsOf(dossier, words);
  const trend = under('风险指数走势', trendBlocks(dossier));
  if (all.length === 0) return written({ blocks: [text('没有可以列入时间线的事项。'), ...trend] });
  const rows = all.map(({ at, isDay, what, who }) => [
    isDay ? chinaDay(at) : chinaTime(at),
    what,
    who,
  ]);
  const earlier = rows.length - ON_PAPER;
  return written({
    blocks: [
      ...(earlier > 0 ? [text(`较早的 ${earlier} 项见附件。`)] : []),
      table(HEAD, rows.slice(-ON_PAPER), [2.4, 6, 3]),
      ...trend,
    ],
    sheets: earlier > 0 ? [{ name: '时间线', head: HEAD, rows }] : [],
    isQuiet: false,
  });
}

const HEAD = ['时间', '事项', '单位或来源'];

/** In the order of time; what happened at one moment stays in the order of its kind. */
const happeningsOf = (dossier: Dossier, words: CityWords): Happening[] =>
  [
    ...registeredHappenings(dossier, words),
    ...advertised(dossier),
    ...dossier.changes.map((change) => changeHappening(change, words)),
    ...verified(dossier, words),
    ...dossier.letters.map(({ title, unit, at }) => ({
      ...{ at, what: `签发《${words.mask(title)}》`, who: words.unitName(unit) },
    })),
    ...handedOver(dossier, words),
    ...dossier.outcomes.map((outcome) => outcomeHappening(outcome, words)),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());

const EVENTS: Readonly<Record<string, string>> = {
  establish: '设立登记',
  change: '变更登记',
  'annual-report': '报送年度报告',
  abnormal: '列入经营异常名录',
  penalty: '受到行政处罚',
  cancel: '注销登记',
};

function registeredHappenings({ registered }: Dossier, words: CityWords): Happening[] {
  if (!registered) return [];
  const { establishedOn, events } = registered;
  const told = events.map((event) => eventHappening(event, words));
  const isTold = events.some(
    ({ event, at }) => event === 'establish' && chinaDay(at) === establishedOn,
  );
  if (establishedOn === null || isTold) return told;
  return [
    { at: chinaMidnight(establishedOn), isDay: true, what: '成立', who: '登记机关' },
    ...told,
  ];
}

function eventHappening({ event, at, source, details }: RegisteredEvent, words: CityWords) {
  const why = details.map((one) => words.mask(one)).join('；');
  const what = `${EVENTS[event] ?? '登记信息'}${why === '' ? '' : `（${why}）`}`;
  return { at, isDay: true, what, who: words.sourceTitle(source) };
}

const advertised = ({ firstAdvertisedAt: at }: Dossier): Happening[] =>
  at === null ? [] : [{ at, isDay: true, what: '首次监测到广告', who: '广告监测' }];

/** One line a kind of step. */
const STEPS: Readonly<Record<string, string>> = {
  acknowledged: '签收',
  verifying: '开始核查',
  answered: '反馈',
  noted: '备注',
  disputed: '提出管辖异议',
  paused: '暂停计时',
  resumed: '恢复计时',
  assigned: '改派',
  confirmed: '查实',
  refuted: '排除',
  transferred: '移送公安',
  closed: '办结',
  reopened: '重新打开',
  merged: '并入另一件',
  absorbed: '并入了另一件',
  unmerged: '撤销合并',
  released: '分出了另一件',
};

function changeHappening(change: DossierChange, words: CityWords): Happening {
  const { at, alertId, unit, because, byPerson } = change;
  const why = because === null ? '' : `（${words.mask(because)}）`;
  const nobody = byPerson ? '人工' : '模型';
  return {
    ...{ at, what: `预警 ${alertId} ${changeText(change)}${why}` },
    who: unit === null ? nobody : words.unitName(unit),
  };
}

function changeText({ kind, from, to }: DossierChange): string {
  if (kind === 'raised') return `首次提出：${tierColour(to)}`;
  const move = `${from === null ? '未定' : tierColour(from)} → ${tierColour(to)}`;
  if (kind === 'upgraded') return `升级：${move}`;
  if (kind === 'lowered') return `降级：${move}`;
  if (kind === 'differs') return `模型与人工等级不同：模型${tierColour(to)}`;
  return STEPS[kind] ?? '办理';
}

const verified = ({ verifications }: Dossier, words: CityWords): Happening[] =>
  verifications.flatMap(({ unit, openedAt, concludedAt, verdict }) => {
    const who = words.unitName(unit);
    const ended =
      concludedAt === null || verdict === null
        ? []
        : [{ at: concludedAt, what: `核查结束：${outcomeName(verdict)}`, who }];
    return [{ at: openedAt, what: '开展核查', who }, ...ended];
  });

const ANSWERS = { filed: '已立案', declined: '不予立案', material: '要求补充材料' } as const;

const handedOver = ({ handOvers }: Dossier, words: CityWords): Happening[] =>
  handOvers.flatMap(({ from, to, at, receipts }) => [
    {
      at,
      what: `向${words.unitName(to)}移送线索`,
      who: from === null ? '主办单位' : words.unitName(from),
    },
    ...receipts.map((receipt) => ({
      at: receipt.at,
      what: `移送回执：${ANSWERS[receipt.answer]}${receipt.number === null ? '' : `（${receipt.number}）`}`,
      who: words.unitName(to),
    })),
  ]);

function outcomeHappening(
  { at, verdict, losses, people, because }: DossierOutcome,
  words: CityWords,
) {
  const sums = [
    ...(losses === null ? [] : [`涉案金额 ${yuan(losses)}`]),
    ...(people === null ? [] : [`涉及 ${people} 人`]),
    words.mask(because),
  ];
  return { at, what: `处置结果：${outcomeName(verdict)}（${sums.join('，')}）`, who: '人工登记' };
}

function trendBlocks({ history }: Dossier): readonly Block[] {
  if (history.length === 0) return [];
  const drawn: Chart = {
    kind: 'trend',
    title: '风险指数走势（每日期末）',
    unit: '分',
    axis: history.map(({ day }) => day.slice(5)),
    series: [
      { label: '风险指数', values: history.map(({ score }) => Math.round(score * 10) / 10) },
    ],
  };
  return [chart(drawn)];
}
