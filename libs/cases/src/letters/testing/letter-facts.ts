import type { FactsOf, LetterCode } from '../letters.js';
import { maskedText, type MaskedText } from '../masked-text.js';

const at = new Date('2026-11-20T09:30:00+08:00');
const plain = (text: string): MaskedText => maskedText(text);

export const FIRM = {
  name: '郴州某某财富管理有限公司',
  uscc: '91431000MA4L00000X',
  representative: '李某',
  address: '郴州市北湖区某路1号',
  region: '北湖区',
};
const OFFICERS = [
  { name: '陈甲', unit: '郴州市委金融办', badge: '湘金01' },
  { name: '吴乙', unit: '北湖区政府', badge: null },
];
const ENDS = {
  on: '2026-11-27',
  from: '中共郴州市委金融委员会办公室',
  to: '郴州市公安局',
  copies: ['北湖区人民政府'],
};
const EVIDENCE = [
  {
    name: plain('宣传单.jpg'),
    size: 20_480,
    sha256: 'ab'.repeat(32),
    sm3: 'cd'.repeat(32),
    by: '陈甲',
    at,
  },
];
const MEETING = {
  ...ENDS,
  meeting: '全市防范化解涉众型非法经营活动稳定风险联席会议',
  at,
  place: '市政府会议室',
  convener: null,
  attendees: ['郴州市公安局', '郴州市市场监督管理局'],
};

/** Facts for every letter; what stems from complaints is said by `told`. */
export function letterFacts(told: MaskedText = plain('承诺月息3分，保本保息')): {
  readonly [Code in LetterCode]: FactsOf<Code>;
} {
  const elements = (['illegality', 'publicity', 'inducement', 'sociality'] as const).map(
    (element) => ({ element, suspected: true, note: told, evidence: [1] }),
  );
  const alert = {
    id: 'A-17',
    raisedAt: at,
    tier: 'red' as const,
    score: 86.4,
    scheme: 'illegal-fundraising' as const,
    reasons: [{ because: plain('承诺保本付息'), quote: told }],
  };
  return {
    handover: {
      ...ENDS,
      firm: FIRM,
      involved: [{ ...FIRM, name: '郴州另一公司', uscc: null, role: '关联主体' }],
      alert,
      elements,
      sums: { amount: 1_500_000, people: null, losses: 300_000 },
      aggravated: [],
      flight: [told],
      evidence: EVIDENCE,
      unread: true,
      officers: OFFICERS,
      approver: '刘主任',
      because: plain('涉嫌非法吸收公众存款'),
      finding: null,
    },
    'suspend-registration': {
      ...ENDS,
      firms: [FIRM],
      scheme: 'illegal-fundraising',
      investigatedSince: '2026-11-21',
      officers: OFFICERS,
    },
    'warning-talk': {
      ...ENDS,
      firm: FIRM,
      at,
      place: '市委金融办会议室',
      matters: [plain('名称中含有“财富管理”字样')],
      materials: ['营业执照副本'],
      demands: [plain('停止发布含有集资内容的广告')],
      contact: null,
    },
    'order-to-stop': {
      ...ENDS,
      firm: FIRM,
      as: 'fundraiser',
      finding: { on: '2026-11-26', by: '郴州市委金融办', because: plain('其行为属于非法集资。') },
      activities: [plain('向不特定对象吸收资金')],
      remedy: null,
    },
    'meeting-agenda': {
      ...MEETING,
      reds: [
        {
          alert: 'A-17',
          name: FIRM.name,
          region: '北湖区',
          raisedAt: at,
          lead: '市委金融办',
          status: '核查中',
        },
      ],
      overdue: [{ unit: '北湖区政府', alert: 'A-17', name: FIRM.name, what: '签收', dueAt: at }],
      disputes: [{ name: FIRM.name, units: ['北湖区政府', '苏仙区政府'], about: told }],
      receipts: [
        { unit: '郴州市公安局', alert: 'A-17', name: FIRM.name, handedOverAt: at, dueAt: at },
      ],
      others: [],
    },
    'meeting-minutes': {
      ...MEETING,
      absent: [],
      items: [{ subject: '关于某案', said: told }],
      tasks: [{ decision: '核查资金流向', unit: '郴州市公安局', dueOn: '2026-12-15' }],
      recorder: null,
    },
    'verification-record': {
      ...ENDS,
      firm: FIRM,
      alert,
      officers: OFFICERS,
      elements,
      visits: [{ at, place: FIRM.address, found: told }],
      interviews: [{ at, role: '公司员工', said: told }],
      others: [{ at, action: '查询账户', approver: '刘主任', result: told }],
      evidence: EVIDENCE,
      verdict: 'confirmed',
      because: told,
    },
  };
}
