import { distanceLeft, distanceRight, type Surroundings } from './surroundings.js';

/** What a percentage is about. Discounts, growth and shares are neither promise nor price. */
export type Meaning = 'return' | 'loan' | 'other';

const RETURN =
  /收益|回报|分红|返利|返息|返现|返还|回馈|付息|保底|保息|稳赚|净赚|赚|盈利|获利|利润率?|增值|年化|日化|月化|(?<=[日月年天])返|返(?=[0-9])|收息|红利|入息/g;
const INTEREST = /月息|年息|日息|月利|年利|日利|利息|利率|息|利钱|的?利(?!率|用|于|益)/g;
const LOAN =
  /贷|借款|放款|下款|月供|费率|手续费|服务费|还款|分期|授信|额度|按揭|首付|抵押|滞纳金|违约金|罚息|砍头息|高利|利率上限|lpr|借条|欠款|逾期/g;
const INVEST =
  /投资|理财|存入|存款|存|入股|集资|出借|收益|回报|分红|本金|保本|认购|募集|返|吸收|向.{0,10}借/g;
const OTHER =
  /优惠|折|降|减免|让利|抵扣|立减|满减|首付|定金|补贴|税|增长|同比|环比|增速|上涨|涨幅?|跌|上升|提高|提升|增加|减少|占|覆盖|合格|满意|份额|参与|出勤|绿化|容积|持股|股权|股份|出资|比例|参保|纯度|含量|浓度|湿度|进度|概率|录取|升学|通过率|成功率|入住|空置|得房|公摊|失业|完成|达标|准确|电量|胜率|发病|死亡|治愈|有效率|投票|同意|面积|误差|gdp|产量|销量|营收|客流|效率|人数|房价|价格|票价/g;

interface Distances {
  readonly promised: number;
  readonly interest: number;
  readonly other: number;
}

function distances({ left, right }: Surroundings): Distances {
  const near = (pattern: RegExp): number =>
    // What stands behind a number speaks of it less often than what stands before.
    Math.min(distanceLeft(left, pattern), distanceRight(right.slice(0, 8), pattern) * 2 + 1);
  return { promised: near(RETURN), interest: near(INTEREST), other: near(OTHER) };
}

const says = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0;

/** Decides by the nearest word; plain interest is a loan's price where the sentence speaks of lending. */
export function meaningOf(around: Surroundings): Meaning {
  const { promised, interest, other } = distances(around);
  const nearest = Math.min(promised, interest, other);
  if (nearest === Infinity || nearest === other) return 'other';
  if (
    says(around.sentence, LOAN) &&
    (nearest === interest || !says(around.left + around.right, INVEST))
  )
    return says(around.sentence, INVEST) && promised < Infinity ? 'return' : lender(around);
  return 'return';
}

/** 向群众借款 is taking money in; 我公司放款 is lending it out. */
function lender({ sentence }: Surroundings): Meaning {
  return /集资|吸收|向.{0,10}借|出借/.test(sentence) ? 'return' : 'loan';
}
