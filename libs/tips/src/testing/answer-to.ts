const DIGITS = '零一二三四五六七八九十';

const numberOf = (word: string): number => {
  if (word === '二十') return 20;
  if (word.length === 2) return 10 + DIGITS.indexOf(word[1] ?? '');
  return DIGITS.indexOf(word);
};

/** What a person answers to a question of the page. */
export function answerTo(words: string): number {
  const [a = 0, b = 0] =
    (words.split('（')[0] ?? '').match(/[一二三四五六七八九十]+/g)?.map(numberOf) ?? [];
  if (words.includes('加')) return a + b;
  return words.includes('减去') ? a - b : Math.max(a, b);
}
