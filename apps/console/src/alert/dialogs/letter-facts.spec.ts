import { describe, expect, it } from '@jest/globals';
import { LETTER_FIELDS, letterFacts } from './letter-facts.js';

const facts = (code: string, draft: Record<string, string>) =>
  letterFacts(LETTER_FIELDS[code] ?? [], draft);

describe('what is said for a letter', () => {
  it.each([
    ['is nothing when nothing was filled in', 'warning-talk', { place: '  ' }, {}],
    [
      'has a moment with its zone, and each line of a list apart',
      'warning-talk',
      { at: '2026-12-01T09:30', matters: '宣传方式\n\n 资金去向 ' },
      { at: '2026-12-01T09:30:00+08:00', matters: ['宣传方式', '资金去向'] },
    ],
    [
      'puts what belongs together into one place',
      'suspend-registration',
      { 'firm.representative': '张三', 'firm.address': '幸福路8号', to: 'scj' },
      { to: 'scj', firm: { representative: '张三', address: '幸福路8号' } },
    ],
    ['leaves out what the letter does not ask', 'verification-record', { place: '会议室' }, {}],
  ])('%s', (_says, code, draft, sent) => {
    expect(facts(code, draft)).toEqual(sent);
  });
});
