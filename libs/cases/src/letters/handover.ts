import { schemeName, tierName, type Block } from '@risk/domain';
import { draft, heading, list, table, text, type Letter } from './draft.js';
import type { AlertFacts, Finding, HandoverFacts } from './facts.js';
import { INTERPRETATION, PENALTIES_27, HANDOVER_RULES, regulation } from './laws.js';
import {
  dayOf,
  elementsTable,
  evidenceTable,
  goingOn,
  LEAD_ONLY,
  moment,
  named,
  officersLine,
  registeredCells,
} from './phrases.js';
import { receipt } from './receipt.js';
import { thresholdRows } from './thresholds.js';

/** Handing a case over to the police, with the receipt they sign. */
export const handover: Letter<HandoverFacts> = {
  title: '移送公安机关函',
  article: `${regulation(23)}、${PENALTIES_27}`,
  write: (facts) => [letterOf(facts), receipt(facts)],
};

const letterOf = (facts: HandoverFacts) =>
  draft(facts, {
    title: `关于移送${facts.firm.name}涉嫌${schemeName(facts.alert.scheme)}案件线索的函`,
    attachments: ['材料清单所列材料（电子件附哈希清单）', '移送回执'],
    body: [
      ...opening(facts),
      heading('涉及的单位和人员'),
      involvedTable(facts),
      heading('线索事实'),
      ...alertBlocks(facts.alert),
      heading('疑似要件及证据'),
      elementsTable(facts.elements, facts.evidence),
      heading('金额、人数与司法解释标准对照'),
      ...sumsBlocks(facts),
      heading('逃匿、转移资金或者销毁账目的迹象'),
      ...list(facts.flight, '目前未发现。'),
      heading('证据清单'),
      evidenceTable(facts.evidence),
      heading('其他事项'),
      text(`移送理由：${goingOn(facts.because)}。`),
      text(`承办人员：${officersLine(facts.officers)}。`),
      text(`批准移送的主要负责人：${facts.approver}（${HANDOVER_RULES}第五条）。`),
      text(
        `依照${regulation(16)}为举报人保密的规定，${secrecy(facts)}；侦查确需了解的，请另行依法办理。`,
      ),
      text(
        `请依照${HANDOVER_RULES}第七条、第八条在回执上签字，并将是否立案的决定书面通知我单位。我单位将依法配合做好相关工作。`,
      ),
    ],
  });

/** Says no more than was looked at: nobody reads pictures before they leave, unless a person does. */
const secrecy = ({ unread }: HandoverFacts): string =>
  unread ? '本函正文不含举报人信息；所附图片、PDF 请经办人核对' : '本函及所附材料不含举报人信息';

function opening({ firm, finding, alert }: HandoverFacts): readonly Block[] {
  return [
    text(
      `我单位在防范和处置非法集资工作中，发现${named(firm)}涉嫌${schemeName(alert.scheme)}，可能涉嫌犯罪。依照${regulation(23)}、${PENALTIES_27}和${HANDOVER_RULES}第六条，现将有关线索和材料移送你单位。`,
    ),
    text(findingSentence(finding)),
  ];
}

const findingSentence = (finding: Finding | null): string =>
  finding === null
    ? `本案尚未作出行政认定。依照${regulation(23)}第二款，行政机关对非法集资行为的调查认定，不是依法追究刑事责任的必经程序。`
    : `${finding.by}已于${dayOf('finding.on', finding.on)}作出调查认定：${goingOn(finding.because)}。`;

function involvedTable({ firm, involved }: HandoverFacts): Block {
  const rows = [{ ...firm, role: '涉嫌主体' }, ...involved].map((one) => [
    one.role,
    ...registeredCells(one),
  ]);
  const head = ['角色', '名称（姓名）', '统一社会信用代码', '法定代表人', '住所', '属地'];
  return table(head, rows, { shares: [2, 4, 4, 2, 4, 2] });
}

function alertBlocks({ id, raisedAt, tier, score, scheme, reasons }: AlertFacts): readonly Block[] {
  return [
    text(
      `监测预警平台于${moment(raisedAt)}产生预警（编号：${id}，${tierName(tier)}，风险指数${Math.round(score)}分，疑似类型：${schemeName(scheme)}）。风险指数和预警等级是线索，不是认定；以下各项均为${LEAD_ONLY}，供核查参考。`,
    ),
    table(
      ['序号', '理由', '原文摘录（已隐去个人信息）'],
      reasons.map(({ because, quote }, i) => [`${i + 1}`, because, quote ?? '无']),
      { shares: [1, 5, 5] },
    ),
  ];
}

function sumsBlocks({ sums, aggravated, alert: { scheme } }: HandoverFacts): readonly Block[] {
  const applies =
    scheme === 'illegal-fundraising'
      ? ''
      : `本案疑似类型为${schemeName(scheme)}，下列标准是否适用，请予审查。`;
  return [
    text(
      `下表对照${INTERPRETATION}关于非法吸收公众存款的规定；所知数额达到集资诈骗标准的一并列出，是否以非法占有为目的请予审查。${applies}`,
    ),
    table(['标准', '本案所知', '是否达到', '说明'], thresholdRows(sums, aggravated), {
      shares: [6, 2, 2, 3],
    }),
  ];
}
