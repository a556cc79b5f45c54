import { describe, expect, it } from '@jest/globals';
import { FakeSeals } from '../testing/fake-seals.js';
import { answerTo } from '../testing/answer-to.js';
import { isAnswered, questionFor } from './question.js';

const seals = new FakeSeals();
const FORM = { nonce: 'a' };
const ask = () => questionFor(FORM, seals);
const MANY = Array.from({ length: 60 }, ask);

describe('a question', () => {
  it('has an answer that its words tell, in digits or in words', () => {
    for (const { words, sealed } of MANY) {
      expect([words, isAnswered(FORM, sealed, String(answerTo(words)), seals)]).toEqual([
        words,
        true,
      ]);
      expect(isAnswered(FORM, sealed, ` ${String(answerTo(words))} 。`, seals)).toBe(true);
    }
  });

  it('is of several kinds', () => {
    const kinds = ['等于几', '还剩几', '较大的数'];
    expect(kinds.filter((kind) => MANY.some(({ words }) => words.includes(kind)))).toEqual(kinds);
  });

  it('does not show its answer', () => {
    const { words, sealed } = ask();
    expect(words).not.toMatch(/\d/);
    expect(Buffer.from(sealed, 'base64url').toString('utf8')).not.toContain('answer');
  });

  it.each(['', '99', '二十一', 'x', '1e1', '-5'])('is not answered by “%s”', (typed) => {
    expect(MANY.some(({ sealed }) => isAnswered(FORM, sealed, typed, seals))).toBe(false);
  });

  it('takes a word for a number', () => {
    const three = MANY.find(({ words }) => answerTo(words) === 9);
    expect(isAnswered(FORM, three!.sealed, '九', seals)).toBe(true);
  });

  it('is good for its own form alone, and only as it was sealed', () => {
    const { words, sealed } = ask();
    const right = String(answerTo(words));
    expect(isAnswered({ nonce: 'b' }, sealed, right, seals)).toBe(false);
    expect(isAnswered(FORM, `${sealed.slice(0, -2)}AA`, right, seals)).toBe(false);
    expect(isAnswered(FORM, '', right, seals)).toBe(false);
  });
});
