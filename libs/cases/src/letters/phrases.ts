import { elementName, writtenDay, type Block } from '@risk/domain';
import { chinaDay, chinaTime, Invalid, isCalendarDay } from '@risk/kit';
import { table } from './draft.js';
import type { ElementFacts, EvidenceFacts, Officer, Registered } from './facts.js';

/** What a person has to fill in by hand. */
export const BLANK = '＿＿＿＿';
export const UNKNOWN = '不详';

/** Said of every figure: it is a lead, never a finding. */
export const LEAD_ONLY = '线索数据，未经核实';

export const orBlank = (value: string | null): string => value ?? BLANK;
export const orUnknown = (value: string | null): string => value ?? UNKNOWN;

/** A text that goes on: without the full stop that somebody wrote behind it. */
export const goingOn = (text: string): string => text.replace(/[\s。.；;]+$/u, '');

/** A day that must be one, as it is written. */
export function dayOf(field: string, day: string): string {
  if (!isCalendarDay(day)) throw new Invalid(`${field}：应为 yyyy-mm-dd 的日期`);
  return writtenDay(day);
}

/** A minute as papers write it: 2026年9月6日09:30. */
export const moment = (at: Date | null): string =>
  at === null ? BLANK : `${writtenDay(chinaDay(at))}${chinaTime(at).slice(11)}`;

/** Yuan as people say it: 150万元, 8000元. */
export function yuan(sum: number): string {
  return sum >= 10_000 ? `${Number((sum / 10_000).toFixed(6))}万元` : `${sum}元`;
}

/** A firm in a sentence, with its code so that no other is meant. */
export const named = ({ name, uscc }: Registered): string =>
  uscc === null ? name : `${name}（统一社会信用代码：${uscc}）`;

export const officersLine = (officers: readonly Officer[]): string =>
  officers
    .map(({ name, unit, badge }) => `${name}（${unit}，执法证号：${orBlank(badge)}）`)
    .join('；') || BLANK;

/** Article 21: at least two officers, and not the same one twice. */
export function refuseFewOfficers(officers: readonly Officer[]): void {
  if (new Set(officers.map(({ name, badge }) => `${name}|${badge ?? ''}`)).size >= 2) return;
  throw new Invalid('officers：调查人员不得少于2人（《防范和处置非法集资条例》第二十一条）');
}

const SUSPECTED = (suspected: boolean | null): string =>
  suspected === null ? '未核查' : suspected ? '疑似具备' : '未见';

/** The elements with what speaks for each; evidence that is not on the list is refused. */
export function elementsTable(
  elements: readonly ElementFacts[],
  evidence: readonly EvidenceFacts[],
): Block {
  const rows = elements.map(({ element, suspected, note, evidence: numbers }) => [
    elementName(element),
    SUSPECTED(suspected),
    orUnknown(note),
    numbers.map((n) => `材料${known(n, evidence)}`).join('、') || '无',
  ]);
  return table(['要件', '线索情况', '说明', '证据'], rows, { shares: [2, 2, 5, 2] });
}

function known(n: number, evidence: readonly EvidenceFacts[]): number {
  if (evidence[n - 1] !== undefined) return n;
  throw new Invalid(`elements：证据清单里没有第 ${n} 件材料`);
}

/** The evidence with its hashes, so that whoever receives it can check each piece. */
export function evidenceTable(evidence: readonly EvidenceFacts[]): Block {
  const rows = evidence.map(({ name, size, sha256, sm3, by, at }, i) => [
    `${i + 1}`,
    `${name}\n${size} 字节\n${by}于${moment(at)}提取`,
    `SHA-256：${sha256}\nSM3：${sm3}`,
  ]);
  return table(['序号', '名称、大小、提取', '哈希值'], rows, { shares: [1, 4, 6] });
}

const PLACE_OF_FIRM = ['名称', '统一社会信用代码', '法定代表人（负责人）', '住所', '属地'];

/** Firms and persons as the register tells them. */
export const registeredTable = (firms: readonly Registered[]): Block =>
  table(PLACE_OF_FIRM, firms.map(registeredCells), { shares: [4, 4, 2, 4, 2] });

export const registeredCells = (one: Registered): readonly string[] => [
  one.name,
  orUnknown(one.uscc),
  orUnknown(one.representative),
  orUnknown(one.address),
  orUnknown(one.region),
];
