import { dutyName, type AlertStage, type Block } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { Dossier, DossierDuty } from '../../dossier.js';
import type { Ask, CityWords, ClaimedSums, Readings, Written } from '../section.js';
import { section } from '../section.js';
import { table, text, under, written } from '../writing.js';
import { alertInHand, alertText, claimedSums, yuan } from './dossier-words.js';
import { dossierOf } from './read-dossier.js';

interface Facts {
  readonly dossier: Dossier;
  readonly sums: ToldSums;
  readonly reached: readonly string[];
}

/** Sums with whose they are. */
interface ToldSums {
  readonly by: 'officers' | 'complaints';
  readonly sums: ClaimedSums;
}

/** 处置建议: who is in the lead, what comes next, and what is owed; the decision is with the competent unit. */
export const suggestion = section('处置建议', read, write);

async function read({ dossiers, laws }: Readings, ask: Ask): Promise<Facts> {
  const dossier = await dossierOf({ dossiers }, ask);
  const sums = sumsOf(dossier, ask);
  const isFundraising = dossier.index?.scheme === 'illegal-fundraising';
  return { dossier, sums, reached: isFundraising ? laws.reachedBy(sums.sums) : [] };
}

/** What officers entered goes before what complaints claim. */
function sumsOf(dossier: Dossier, ask: Ask): ToldSums {
  const entered = dossier.outcomes.at(-1);
  if (!entered || (entered.losses === null && entered.people === null))
    return { by: 'complaints', sums: claimedSums(dossier, ask) };
  const { losses, people } = entered;
  return { by: 'officers', sums: { amount: null, people, losses } };
}

const REGULATION = '《防范和处置非法集资条例》';

/** What comes next by the stage of the alert; one line a stage. */
const NEXT: Readonly<Record<AlertStage, string>> = {
  raised: `请主办单位签收并开展初步核查，协办单位配合；涉及非法集资风险的，可以依照${REGULATION}第十八条警示约谈、责令整改。`,
  acknowledged: `请主办单位开展核查；涉及非法集资风险的，可以依照${REGULATION}第十八条警示约谈、责令整改。`,
  verifying: `请主办单位抓紧核查，固定证据；对涉嫌非法集资行为组织调查的，可以采取${REGULATION}第二十一条规定的措施，依照第二十二条通知暂停办理设立、变更、注销登记。`,
  confirmed: `请主办单位依法处置；经调查认定属于非法集资的，依照${REGULATION}第二十三条责令立即停止，涉嫌犯罪的按规定移送公安机关，并依照第二十五条督促清退资金。`,
  refuted: '已经排除，建议转入日常监测；出现新的线索再行核查。',
  transferred:
    '已经移送公安机关，请主办单位跟进受理和立案决定，配合做好资金清退和涉众工作；行政处置不因移送而停止的，继续依法办理。',
  closed: '已经办结，建议转入日常监测；出现新的线索再行核查。',
};

const ENDING = '以上为线索，是否采取措施由主管单位依法决定。';

function write({ dossier, sums, reached }: Facts, ask: Ask, words: CityWords): Written {
  const next = nextText(dossier, words);
  return written({
    blocks: [
      text(next),
      ...declinedBlocks(dossier),
      ...under('与司法解释标准的对照', reachedBlocks(sums, reached)),
      ...under('尚未办理的事项', dutyBlocks(dossier.duties, ask, words)),
      text(ENDING),
    ],
    lead: `建议：${next}${ENDING}`,
    isQuiet: alertInHand(dossier) === null,
  });
}

function nextText(dossier: Dossier, words: CityWords): string {
  const alert = alertInHand(dossier);
  if (alert === null) return '目前没有预警，建议继续监测；主管单位认为需要的，可以先行了解情况。';
  const lead = alert.lead === null ? '尚未分送主办单位' : `主办单位：${words.unitName(alert.lead)}`;
  return `${alertText(alert)}，${lead}。${NEXT[alert.stage]}`;
}

/** The last answer of public security counts. */
function declinedBlocks({ handOvers }: Dossier): readonly Block[] {
  const answer = handOvers.at(-1)?.receipts.at(-1)?.answer;
  if (answer === 'declined')
    return [
      text(
        '公安机关决定不予立案，建议主办单位研究行政处置，认为应当立案的可以依法提请复议或者立案监督。',
      ),
    ];
  if (answer === 'material') return [text('公安机关要求补充材料，请主办单位尽快补充。')];
  return [];
}

function reachedBlocks({ by, sums }: ToldSums, reached: readonly string[]): readonly Block[] {
  if (reached.length === 0) return [];
  const whose = by === 'officers' ? '按人工登记的结果' : '按投诉反映、未经核实的数额';
  const { amount, people, losses } = sums;
  const told = [
    ...(amount === null ? [] : [`金额 ${yuan(amount)}`]),
    ...(people === null ? [] : [`${people} 人`]),
    ...(losses === null ? [] : [`损失 ${yuan(losses)}`]),
  ];
  return [
    text(`${whose}（${told.join('、')}），如果属实，达到下列标准：${reached.join('；')}。`),
    text('数额须经调查核实；达到标准不等于构成犯罪，是否移送由主管单位依法决定。'),
  ];
}

function dutyBlocks(duties: readonly DossierDuty[], ask: Ask, words: CityWords): readonly Block[] {
  const open = duties.filter(({ doneAt, voidAt }) => doneAt === null && voidAt === null);
  if (open.length === 0) return [];
  const rows = open.map(({ unit, kind, firstDueAt }) => [
    words.unitName(unit),
    dutyName(kind),
    `${chinaTime(firstDueAt)}${firstDueAt < ask.span.until ? '（已过）' : ''}`,
  ]);
  return [
    table(['单位', '事项', '最初时限'], rows, [5, 2, 4]),
    text('时限为本地默认，非法定；此后可能经批准延期或者暂停计时。'),
  ];
}
