import type { TimeAllowed } from './ports.js';

/** How long somebody may take, and where that comes from. */
interface Allowance {
  readonly time: TimeAllowed;
  readonly basis: string;
}

/** The times that the desk sets by itself; one line to add one. */
export const ALLOWANCES = {
  receipt: {
    time: { workingDays: 3 },
    basis:
      '《行政执法机关移送涉嫌犯罪案件的规定》第八条：公安机关自接受之日起3日内决定是否立案；按工作日计为本地默认，非法定',
  },
  review: {
    time: { workingDays: 3 },
    basis:
      '《行政执法机关移送涉嫌犯罪案件的规定》第九条：自接到不予立案通知书之日起3日内可提请复议或建议立案监督；按工作日计为本地默认，非法定',
  },
  material: { time: { workingDays: 10 }, basis: '补充材料的时间为本地默认，非法定' },
} as const satisfies Readonly<Record<string, Allowance>>;
