import { feedName, stageName, tierColour } from '@risk/domain';
import { chinaDay } from '@risk/kit';
import { fewerThan, harmless } from '../../small-counts.js';
import type { Dossier, DossierAlert, DossierReason, DossierSignal } from '../../dossier.js';
import type { Ask, CityWords, ClaimedSums } from '../section.js';

/** A sum in words: `120 万元`, `8000 元`. */
export const yuan = (sum: number): string =>
  sum >= 10_000 ? `${Math.round(sum / 100) / 100} 万元` : `${Math.round(sum * 100) / 100} 元`;

/** What a signal says: the words of public records, of complaints only what they are about. */
export const signalText = ({ because, code, isInherited }: Said, words: CityWords): string => {
  const said =
    because === null ? (words.reasonTitle(code) ?? '投诉反映的情况') : words.mask(because);
  return isInherited ? `所属总公司：${said}` : said;
};
type Said = Pick<DossierSignal, 'because' | 'code' | 'isInherited'>;

/** What a reason of the index says where it has words of its own or its rule a name. */
export const reasonWords = ({ because, code }: DossierReason, words: CityWords): string =>
  because === null ? (words.reasonTitle(code) ?? '综合规则') : words.mask(because);

/** Where a signal comes from; how many complaints say so only where they are many. */
export function signalSource({ feed, source, records }: DossierSignal, ask: Ask, words: CityWords) {
  if (feed === 'complaint')
    return `${feedName(feed)}（${harmless(records, ask.thresholds.leastShown)} 件）`;
  const title = source === null ? feedName(feed) : words.sourceTitle(source);
  return records > 1 ? `${title}（${records} 条）` : title;
}

/** Reasons of the index that no single record says: rules over what is known as a whole. */
export function wholeReasons({ index, signals }: Dossier): readonly DossierReason[] {
  const said = new Set(signals.map(({ code }) => code));
  return (index?.reasons ?? []).filter(({ code }) => !said.has(code));
}

/** Every code that speaks of the entity, each once and in a fixed order. */
export const codesOf = ({ index, signals }: Dossier): string[] =>
  [...new Set([...signals, ...(index?.reasons ?? [])].map(({ code }) => code))].sort();

/** The alert that work is on: the latest that is not closed, else the latest. */
export const alertInHand = ({ alerts }: Dossier): DossierAlert | null =>
  alerts.findLast(({ stage }) => stage !== 'closed') ?? alerts.at(-1) ?? null;

export const alertText = ({ alertId, tier, stage, raisedAt }: DossierAlert): string =>
  `预警 ${alertId}（${tierColour(tier)}，${stageName(stage)}，${chinaDay(raisedAt)} 提出）`;

/** What complaints claim; of few who complained not even that, since it could say who. */
export function claimedSums({ complaints }: Dossier, { thresholds }: Ask): ClaimedSums {
  const { complainants, amount, people } = complaints;
  if (complainants < thresholds.leastShown) return { amount: null, people: null, losses: null };
  return { amount: amount || null, people: people || null, losses: null };
}

/** How many complained, and of how much. */
export function complaintsText(dossier: Dossier, ask: Ask): string {
  const { complaints, complainants } = dossier.complaints;
  const least = ask.thresholds.leastShown;
  if (complaints === 0) return '没有收到投诉举报';
  const counted = `投诉举报 ${harmless(complaints, least)} 件、${harmless(complainants, least)} 人`;
  if (complainants < least)
    return `${counted}；投诉人${fewerThan(least)}，为保护举报人不列金额和细节`;
  const { amount } = claimedSums(dossier, ask);
  return amount === null ? counted : `${counted}，反映金额合计约 ${yuan(amount)}（未经核实）`;
}
