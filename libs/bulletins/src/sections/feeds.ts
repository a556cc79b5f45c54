import { FEEDS, feedName, type Block, type Feed } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import { harmlessTable } from '../small-counts.js';
import type { FeedLine } from '../source.js';
import type { Ask, CityWords, ExpectedSource, FeedWatch, Readings, Written } from './section.js';
import { section } from './section.js';
import { heading, table, text, written } from './writing.js';

/** A source with what came and, when it is too quiet, a sentence. */
interface HeardSource extends FeedLine {
  readonly silence: string | null;
  /** Whether it was never heard: it is not connected yet. */
  readonly isUnknown: boolean;
}

/** 数据接入: what came in, what came late, and which source is silent. */
export const feeds = section('数据接入情况', read, write);

async function read({ source, feeds: watch }: Readings, ask: Ask): Promise<HeardSource[]> {
  const lines = await source.feeds(ask, ask.thresholds.lateAfterHours);
  const heard = lines.map((line) => ({ ...line, ...hearing(line, watch, ask) }));
  const known = new Set(lines.map((line) => line.source));
  // Only the city knows who is not connected; a county does not owe the city its feeds.
  const mute =
    ask.scope.kind === 'city'
      ? watch.expected(ask.samples).filter((one) => !known.has(one.source))
      : [];
  return [...heard, ...mute.map(unheard)];
}

function hearing({ source, lastHeardAt }: FeedLine, watch: FeedWatch, ask: Ask) {
  const silence =
    lastHeardAt === null || ask.scope.kind !== 'city'
      ? null
      : watch.silenceOf(source, lastHeardAt, ask.span.until);
  return { silence, isUnknown: false };
}

const unheard = ({ source, feed }: ExpectedSource): HeardSource => ({
  ...{ source, feed, received: 0, late: 0, deadLettered: 0, lastHeardAt: null },
  ...{ silence: null, isUnknown: true },
});

function write(sources: readonly HeardSource[], ask: Ask, words: CityWords): Written {
  const shown = shownCounts(sources, ask.thresholds.leastShown);
  const silent = sources.filter(({ silence }) => silence !== null);
  const unknown = sources.filter(({ isUnknown }) => isUnknown);
  return written({
    blocks: [
      text(totalsText(shown)),
      ...(sources.length === 0 ? [] : [tableOf(sources, shown, words)]),
      ...silenceBlocks(silent),
      ...unknownBlocks(unknown, words),
    ],
    lead: `接收${totalsText(shown)}${silentLead(silent, words)}`,
    figures: FEEDS.map((feed) => ({ label: `接收${feedName(feed)}`, value: shown.totals[feed] })),
    isQuiet: sources.every(({ received }) => received === 0) && silent.length === 0,
  });
}

interface ShownCounts {
  readonly received: ReadonlyMap<string, string>;
  readonly totals: Readonly<Record<Feed, string>>;
}

/** Complaints that are few could say who complained; what the register and the media say is public. */
function shownCounts(sources: readonly HeardSource[], least: number): ShownCounts {
  const received = new Map<string, string>();
  const totals = { registration: '0', complaint: '0', advertisement: '0' };
  for (const feed of FEEDS) {
    const mine = sources.filter((one) => one.feed === feed);
    const { cells, total } = harmlessTable(
      mine.map((one) => one.received),
      feed === 'complaint' ? least : 0,
    );
    mine.forEach((one, at) => received.set(one.source, cells[at] ?? '0'));
    totals[feed] = total;
  }
  return { received, totals };
}

const totalsText = ({ totals }: ShownCounts): string =>
  `${FEEDS.map((feed) => `${feedName(feed)} ${totals[feed]} 条`).join('、')}。`;

function silentLead(silent: readonly HeardSource[], words: CityWords): string {
  if (silent.length === 0) return '';
  return `数据静默：${silent.map(({ source }) => words.sourceTitle(source)).join('、')}。`;
}

const tableOf = (
  sources: readonly HeardSource[],
  { received }: ShownCounts,
  words: CityWords,
): Block =>
  table(
    ['来源', '通道', '接收', '其中迟到', '未能读入', '最近收到', '状态'],
    sources.map((one) => [
      words.sourceTitle(one.source),
      feedName(one.feed),
      received.get(one.source) ?? '0',
      // How many of few came late is as telling as how many came.
      ...[one.late, one.deadLettered].map((count) =>
        one.feed === 'complaint' && count > 0 ? '有' : String(count),
      ),
      one.lastHeardAt === null ? '—' : chinaTime(one.lastHeardAt).slice(5),
      stateOf(one),
    ]),
    [5, 2, 2, 2, 2, 3, 2],
  );

function stateOf({ silence, isUnknown }: HeardSource): string {
  if (isUnknown) return '未接入';
  return silence === null ? '正常' : '静默';
}

const silenceBlocks = (silent: readonly HeardSource[]): readonly Block[] =>
  silent.length === 0
    ? []
    : [heading('数据静默'), ...silent.map(({ silence }) => text(silence ?? ''))];

const unknownBlocks = (unknown: readonly HeardSource[], words: CityWords): readonly Block[] =>
  unknown.length === 0
    ? []
    : [
        text(
          `尚未接入：${unknown.map(({ source }) => words.sourceTitle(source)).join('、')}。这些来源反映的风险，本期看不到。`,
        ),
      ];
