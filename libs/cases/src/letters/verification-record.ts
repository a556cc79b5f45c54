import { outcomeName, schemeName, tierName, ELEMENTS, elementName } from '@risk/domain';
import { Invalid } from '@risk/kit';
import { draft, heading, table, text, type Letter } from './draft.js';
import type { VerificationFacts } from './facts.js';
import { regulation } from './laws.js';
import {
  BLANK,
  elementsTable,
  evidenceTable,
  goingOn,
  moment,
  officersLine,
  refuseFewOfficers,
  registeredTable,
} from './phrases.js';

/** What two officers looked at, element by element. */
export const verificationRecord: Letter<VerificationFacts> = {
  title: '核查记录',
  article: `${regulation(2)}、${regulation(21)}`,
  write: (facts) => {
    refuseFewOfficers(facts.officers);
    refuseGaps(facts);
    return [recordOf(facts)];
  },
};

/** Article 2 asks for three elements; publicity is of the criminal law alone. */
const REQUIRED = ELEMENTS.filter((element) => element !== 'publicity');

function refuseGaps({ elements, verdict, because }: VerificationFacts): void {
  const missing = REQUIRED.filter((one) => !elements.some(({ element }) => element === one));
  if (missing.length > 0)
    throw new Invalid(`elements：缺少${missing.map(elementName).join('、')}的核查情况`);
  if (verdict !== null && because === null) throw new Invalid('because：有核查结论的应写明理由');
}

const recordOf = (facts: VerificationFacts) =>
  draft(facts, {
    kind: 'form',
    title: '核查记录',
    addressee: null,
    sealed: false,
    body: [
      heading('核查对象'),
      registeredTable([facts.firm]),
      text(alertSentence(facts)),
      heading('核查人员'),
      text(`${officersLine(facts.officers)}。核查人员不少于2人，已出示执法证件：□ 是　□ 否。`),
      heading('要件核查'),
      elementsTable(facts.elements, facts.evidence),
      heading('现场检查'),
      table(
        ['时间', '地点', '情况'],
        facts.visits.map(({ at, place, found }) => [moment(at), place, found]),
        { shares: [3, 3, 6] },
      ),
      heading('询问'),
      table(
        ['时间', '被询问人身份', '内容摘要'],
        facts.interviews.map(({ at, role, said }) => [moment(at), role, said]),
        { shares: [3, 3, 6] },
      ),
      heading('其他调查措施'),
      table(
        ['时间', '措施', '批准人', '情况'],
        facts.others.map(({ at, action, approver, result }) => [
          moment(at),
          action,
          approver ?? '无须批准',
          result,
        ]),
        { shares: [3, 3, 2, 6] },
      ),
      heading('证据清单'),
      evidenceTable(facts.evidence),
      heading('核查结论'),
      text(conclusion(facts)),
      text(`核查人员（签名）：${BLANK}　　${BLANK}`),
    ],
  });

const alertSentence = ({ alert }: VerificationFacts): string =>
  `线索来源：预警${alert.id}（${moment(alert.raisedAt)}，${tierName(alert.tier)}，风险指数${Math.round(alert.score)}分，疑似${schemeName(alert.scheme)}）。`;

const conclusion = ({ verdict, because }: VerificationFacts): string =>
  verdict === null
    ? `尚未作出：${BLANK}`
    : `${outcomeName(verdict)}。理由：${goingOn(because ?? BLANK)}。`;
