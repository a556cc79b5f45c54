import { describe, expect, it } from '@jest/globals';
import { DRAFT_MARK, paperText, type Paper } from '@risk/domain';
import { Invalid } from '@risk/kit';
import { LETTER_CODES, LETTERS, writeLetter, type FactsOf, type LetterCode } from './letters.js';
import { maskedText } from './masked-text.js';
import { FIRM, letterFacts } from './testing/letter-facts.js';

const FACTS = letterFacts();
const write = <Code extends LetterCode>(code: Code, more: Partial<FactsOf<Code>> = {}) =>
  writeLetter(code, { ...FACTS[code], ...more });
const wordsOf = (papers: readonly Paper[]): string => papers.flatMap(paperText).join('\n');
const words = <Code extends LetterCode>(code: Code, more: Partial<FactsOf<Code>> = {}) =>
  wordsOf(write(code, more));

describe('every letter', () => {
  it.each(LETTER_CODES)('%s is a draft without a number', (code) => {
    for (const paper of write(code)) {
      expect(paper.isDraft).toBe(true);
      expect(paper.number).toBeNull();
      expect(paperText(paper)[1]).toBe(DRAFT_MARK);
    }
  });

  it.each(LETTER_CODES)('%s names nothing that is missing', (code) => {
    expect(words(code)).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it.each(LETTER_CODES)('%s is written the same way twice', (code) => {
    expect(write(code)).toEqual(write(code));
  });

  it.each(LETTER_CODES)('%s wants a day of the calendar', (code) => {
    expect(() => write(code, { on: '2026-02-30' })).toThrow(Invalid);
  });

  it.each<[LetterCode, string]>([
    ['handover', '第二十三条'],
    ['suspend-registration', '第二十二条'],
    ['warning-talk', '第十八条'],
    ['order-to-stop', '第二十三条'],
    ['verification-record', '第二十一条'],
  ])('%s rests on its article', (code, article) => {
    expect(LETTERS[code].article).toContain(`《防范和处置非法集资条例》（国务院令第737号）`);
    expect(LETTERS[code].article).toContain(article);
  });

  it.each(['handover', 'suspend-registration', 'warning-talk', 'order-to-stop'] as const)(
    '%s says its article to whoever reads it',
    (code) => expect(words(code)).toContain(LETTERS[code].article.split('、')[0]),
  );
});

describe('handing over to the police', () => {
  it('speaks of suspicion and says that figures are leads', () => {
    expect(words('handover')).toContain('涉嫌非法集资');
    expect(words('handover')).toContain('风险指数和预警等级是线索，不是认定');
  });

  it('comes with the receipt to be signed', () => {
    const [letter, receipt] = write('handover');
    expect(letter?.attachments).toContain('移送回执');
    expect(receipt?.kind).toBe('form');
    expect(wordsOf([receipt!])).toContain('□ 立案　　□ 不予立案');
  });

  it('does not wait for a finding, and says why it need not', () => {
    expect(words('handover')).toContain('不是依法追究刑事责任的必经程序');
    const finding = { on: '2026-11-26', by: '某办', because: maskedText('属于非法集资。') };
    expect(words('handover', { finding })).toContain(
      '某办已于2026年11月26日作出调查认定：属于非法集资。\n',
    );
  });

  it.each([
    [
      'amount',
      { amount: 1_000_000, people: null, losses: null },
      '吸收资金数额在100万元以上',
      '100万元\t达到',
    ],
    [
      'amount below',
      { amount: 999_999, people: null, losses: null },
      '吸收资金数额在100万元以上',
      '99.9999万元\t未达到',
    ],
    [
      'people',
      { amount: null, people: 150, losses: null },
      '吸收资金对象在150人以上',
      '150人\t达到',
    ],
    [
      'losses',
      { amount: null, people: null, losses: 500_000 },
      '造成直接经济损失数额在50万元以上',
      '50万元\t达到',
    ],
    [
      'nothing known',
      { amount: null, people: null, losses: null },
      '吸收资金数额在100万元以上',
      '不详\t不详',
    ],
    [
      'half of it',
      { amount: 500_000, people: null, losses: null },
      '吸收资金数额在50万元以上',
      '50万元\t数额达到，情节待查',
    ],
    [
      'ten times',
      { amount: 5_000_000, people: null, losses: null },
      '吸收资金数额在500万元以上',
      '500万元\t达到',
    ],
  ])('compares %s with the interpretation', (_, sums, standard, verdict) => {
    const row = words('handover', { sums })
      .split('\n')
      .find((line) => line.startsWith(standard));
    expect(row).toContain(`\t${verdict}\t线索数据，未经核实`);
  });

  it('does not show graver standards that are not reached', () => {
    expect(words('handover')).not.toContain('第四条');
  });

  it('shows fraud where the sum reaches it, as the hand-over itself tells it', () => {
    const sums = { amount: 200_000, people: null, losses: null };
    const line =
      '集资诈骗（须以非法占有为目的）：吸收资金数额在10万元以上（第八条第一款）\t20万元\t达到';
    expect(words('handover', { sums })).toContain(line);
    expect(words('handover', { sums: { ...sums, amount: 90_000 } })).not.toContain('集资诈骗（');
  });

  it('leaves to the police whether the standards fit another scheme', () => {
    const alert = { ...FACTS.handover.alert, scheme: 'pyramid-selling' as const };
    expect(words('handover', { alert })).toContain('疑似类型为传销，下列标准是否适用，请予审查');
  });

  it('lists the evidence with both hashes', () => {
    expect(words('handover')).toContain(`SHA-256：${'ab'.repeat(32)}\nSM3：${'cd'.repeat(32)}`);
  });

  it('refuses to point to evidence that is not there', () => {
    const elements = [{ ...FACTS.handover.elements[0]!, evidence: [2] }];
    expect(() => write('handover', { elements })).toThrow('证据清单里没有第 2 件材料');
  });
});

describe('what goes to the firm itself', () => {
  it.each(['warning-talk', 'order-to-stop'] as const)(
    '%s has no place for words of a complaint',
    (code) => {
      const told = maskedText('群众反映的原话');
      expect(wordsOf(writeLetter(code, letterFacts(told)[code]))).not.toContain(told);
    },
  );

  it('a warning says that it finds nothing', () => {
    expect(words('warning-talk')).toContain('可能存在非法集资风险');
    expect(words('warning-talk')).toContain('不是对你单位行为性质的认定');
  });

  it('no order to stop without a finding', () => {
    expect(() => write('order-to-stop', { finding: null })).toThrow(
      '经调查认定属于非法集资的，才能责令停止',
    );
  });

  it('nor with one that is later than the order', () => {
    const finding = { ...FACTS['order-to-stop'].finding!, on: '2026-11-28' };
    expect(() => write('order-to-stop', { finding })).toThrow('认定日期不能晚于文书日期');
  });
});

describe('what is refused for want of something', () => {
  it.each([
    ['no firm to suspend', () => write('suspend-registration', { firms: [] }), '至少写明一个单位'],
    [
      'no begin of the investigation',
      () => write('suspend-registration', { investigatedSince: '' }),
      'investigatedSince',
    ],
    [
      'an investigation that begins behind the letter',
      () => write('suspend-registration', { investigatedSince: '2026-11-28' }),
      '调查开始日 2026-11-28 不能晚于文书日期 2026-11-27',
    ],
    ['nothing to talk about', () => write('warning-talk', { matters: [] }), '请写明约谈事项'],
    ['nothing to stop', () => write('order-to-stop', { activities: [] }), '请写明应当停止的活动'],
    [
      'one officer',
      () => write('verification-record', { officers: FACTS.handover.officers.slice(0, 1) }),
      '不得少于2人',
    ],
    [
      'the same officer twice',
      () => write('verification-record', { officers: Array(2).fill(FACTS.handover.officers[0]) }),
      '不得少于2人',
    ],
    [
      'an element nobody looked at',
      () => write('verification-record', { elements: FACTS.handover.elements.slice(0, 3) }),
      '缺少社会性',
    ],
    [
      'a verdict without a reason',
      () => write('verification-record', { because: null }),
      '应写明理由',
    ],
    [
      'a task without a unit',
      () =>
        write('meeting-minutes', { tasks: [{ decision: '查', unit: ' ', dueOn: '2026-12-01' }] }),
      'tasks[0].unit：请写明责任单位',
    ],
    [
      'a task without a day',
      () => write('meeting-minutes', { tasks: [{ decision: '查', unit: '甲', dueOn: '尽快' }] }),
      'tasks[0].dueOn',
    ],
  ])('%s', (_, writing, message) => {
    expect(writing).toThrow(Invalid);
    expect(writing).toThrow(message);
  });
});

describe('the joint meeting', () => {
  it('bears the name of the city’s order, and its limits say that they are local', () => {
    const agenda = write('meeting-agenda')[0]!;
    expect(agenda.title).toBe('全市防范化解涉众型非法经营活动稳定风险联席会议议程');
    expect(wordsOf([agenda])).toContain('本地默认，非法定');
    expect(wordsOf([agenda])).toContain(FIRM.name);
  });

  it('turns decisions into tasks with unit and day', () => {
    expect(words('meeting-minutes')).toContain('1\t核查资金流向\t郴州市公安局\t2026年12月15日');
  });
});
