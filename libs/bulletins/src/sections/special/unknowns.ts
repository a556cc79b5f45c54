import type { Dossier } from '../../dossier.js';
import type { Ask, Written } from '../section.js';
import { numbered, table, written } from '../writing.js';
import { dossierSection } from './read-dossier.js';

/** 尚不清楚的情况: what nobody has told or looked at yet, so that nobody takes silence for safety. */
export const unknowns = dossierSection('尚不清楚的情况', write);

/** Answers a sentence where something is not known. */
type Gap = (dossier: Dossier, ask: Ask) => string | null;

const gap =
  (isOpen: (dossier: Dossier, ask: Ask) => boolean, says: string): Gap =>
  (dossier, ask) =>
    isOpen(dossier, ask) ? says : null;

/** Of a firm whose registration is known. */
const ofRegister = (
  isOpen: (facts: NonNullable<Dossier['registered']>) => boolean,
  says: string,
): Gap => gap(({ registered }) => registered !== null && isOpen(registered), says);

const isMute = (value: unknown): boolean => value === null;

/** One line a gap. */
const GAPS: readonly Gap[] = [
  gap(({ registered }) => registered === null, '没有登记信息，主体是否真实存在、由谁负责有待核实'),
  gap(({ uscc }) => uscc === null, '没有统一社会信用代码，可能与同名主体混淆'),
  ofRegister((facts) => isMute(facts.legalRepresentative), '法定代表人不明'),
  ofRegister(({ shareholders }) => shareholders.length === 0, '股东和实际控制人不明'),
  ofRegister(
    ({ registeredCapital, paidInCapital }) => isMute(registeredCapital) && isMute(paidInCapital),
    '注册资本和实缴资本不明',
  ),
  ofRegister(
    ({ registeredCapital, paidInCapital }) => !isMute(registeredCapital) && isMute(paidInCapital),
    '实缴资本不明',
  ),
  ofRegister((facts) => isMute(facts.establishedOn), '成立日期不明'),
  ofRegister((f) => isMute(f.address) && isMute(f.businessAddress), '没有地址，实际经营地不明'),
  ofRegister(
    (f) => !isMute(f.address) && isMute(f.businessAddress),
    '实际经营地是否与住所一致不明',
  ),
  ofRegister((facts) => isMute(facts.businessScope), '经营范围不明'),
  gap(({ index }) => index === null, '尚无风险指数'),
  gap(({ records }) => records.complaint === 0, '没有收到投诉举报，群众是否受损不明'),
  gap(({ records }) => records.advertisement === 0, '没有监测到广告，宣传情况不明'),
  gap(({ signals }) => isByModelOnly(signals), '类型只由模型判断，没有词语或规则印证'),
  gap(({ index }) => index?.scheme === 'none', '疑似类型待定'),
  gap(({ relations }) => relations.cords.length === 0, '关联关系不明'),
  gap(({ relations }) => relations.leftOut > 0, '关联主体较多，没有逐一查明'),
  gap(({ alerts }) => alerts.length === 0, '没有预警，尚未分送主办单位'),
  gap(({ verifications }) => verifications.length === 0, '尚未开展核查，以上信息均未经核实'),
  gap(
    ({ verifications }) => verifications.some(({ verdict }) => verdict === null),
    '核查尚未结束，结论不明',
  ),
  gap(awaitsReceipt, '移送公安机关后尚无立案与否的答复'),
  gap(({ outcomes }) => outcomes.length === 0, '尚无处置结果，性质未经认定'),
  gap(({ outcomes }) => isMute(outcomes.at(-1)?.losses ?? null), '涉案金额、损失没有人工登记'),
  gap(({ outcomes }) => isMute(outcomes.at(-1)?.people ?? null), '涉及人数没有人工登记'),
];

const isByModelOnly = (signals: Dossier['signals']): boolean =>
  signals.length > 0 && signals.every(({ engine }) => engine === 'classifier');

function awaitsReceipt({ handOvers }: Dossier): boolean {
  const last = handOvers.at(-1);
  return last !== undefined && !last.receipts.some(({ answer }) => answer !== 'material');
}

/** What the index itself missed comes first, in its own words. */
function write(dossier: Dossier, ask: Ask): Written {
  const found = GAPS.flatMap((says) => says(dossier, ask) ?? []);
  const all = [...new Set([...(dossier.index?.missing ?? []), ...found])];
  return written({
    blocks: [
      table(
        ['序号', '尚不清楚的情况'],
        numbered(all, (says) => [says]),
        [1, 9],
      ),
    ],
    figures: [{ label: '尚不清楚的情况', value: String(all.length) }],
  });
}
