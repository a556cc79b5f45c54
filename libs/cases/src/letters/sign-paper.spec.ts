import { describe, expect, it } from '@jest/globals';
import { paperText } from '@risk/domain';
import { Conflict, Invalid } from '@risk/kit';
import { writeLetter } from './letters.js';
import { signPaper, type Signing } from './sign-paper.js';
import { letterFacts } from './testing/letter-facts.js';

const [LETTER, RECEIPT] = writeLetter('handover', letterFacts().handover);
const SIGNING: Signing = {
  by: '张某',
  because: '已审核',
  on: '2026-11-28',
  number: '郴金办函〔2026〕7号',
};
const sign = (more: Partial<Signing> = {}) => signPaper(LETTER!, { ...SIGNING, ...more });

describe('signing', () => {
  it('puts the number where the mark of a draft stood, and the day of signing at the end', () => {
    const { paper, signature } = sign();
    expect(paperText(paper)).toContain('郴金办函〔2026〕7号');
    expect(paperText(paper)).toContain('2026年11月28日');
    expect(paperText(paper).join('')).not.toContain('草稿');
    expect(signature).toEqual({ by: '张某', because: '已审核' });
  });

  it('leaves a form without a number', () => {
    expect(signPaper(RECEIPT!, { ...SIGNING, number: null }).paper.isDraft).toBe(false);
  });

  it.each([
    ['nobody', { by: '' }, 'by：请写明由谁决定'],
    ['no reason', { because: ' ' }, 'because：请写明理由'],
    ['a day before the draft', { on: '2026-11-26' }, '不能早于起草日期'],
    ['no day', { on: '' }, 'on：签发日期应为'],
    ['no number on a letter', { number: null }, 'number：请填写文号'],
    ['round brackets', { number: '郴金办函（2026）7号' }, '六角括号'],
    ['a leading zero', { number: '郴金办函〔2026〕07号' }, '序号不编虚位'],
    ['第', { number: '郴金办函〔2026〕第7号' }, '不加“第”'],
    ['a short year', { number: '郴金办函〔26〕7号' }, '年份四位'],
  ] as [string, Partial<Signing>, string][])('refuses %s', (_, more, message) => {
    expect(() => sign(more)).toThrow(Invalid);
    expect(() => sign(more)).toThrow(message);
  });

  it('happens once', () => {
    expect(() => signPaper(sign().paper, SIGNING)).toThrow(Conflict);
  });
});
