import { chineseNumber } from '@risk/domain';

/** State Council order 737, in force since 2021-05-01. */
const REGULATION = '《防范和处置非法集资条例》（国务院令第737号）';

/** State Council order 310, as revised 2020-08-07: what goes with a hand-over, receipt, three days. */
export const HANDOVER_RULES = '《行政执法机关移送涉嫌犯罪案件的规定》（国务院令第310号）';

export const PENALTIES_27 = '《中华人民共和国行政处罚法》第二十七条';

/** In force since 2022-03-01. */
export const INTERPRETATION =
  '《最高人民法院关于审理非法集资刑事案件具体应用法律若干问题的解释》（2022年3月1日起施行）';

/** An article of the Regulation with its full name. */
export const regulation = (article: number): string => `${REGULATION}第${chineseNumber(article)}条`;
