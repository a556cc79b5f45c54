import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../api/codes.js';
import type { CheckedLine, Conclusion } from '../api/inbox.js';
import { faultOf } from './verification-words.js';

const ELEMENTS = ['illegality', 'inducement', 'sociality'] as const;
const found = (findings: readonly Finding[], evidence: readonly string[]): CheckedLine[] =>
  ELEMENTS.map((element, at) => ({
    ...{ element, finding: findings[at] ?? 'unclear', evidence, because: null },
  }));
const ALL = found(['met', 'met', 'met'], ['attachment:3']);
const BARE = found(['met', 'met', 'met'], []);
const ONE_NOT = found(['met', 'not-met', 'unclear'], ['attachment:3']);

describe('a conclusion', () => {
  it.each<[Conclusion, string, CheckedLine[], string | null]>([
    ['confirmed', 'all proved', ALL, null],
    ['confirmed', 'no evidence', BARE, '各有证据'],
    ['confirmed', 'one not met', ONE_NOT, '三性都具备'],
    ['refuted', 'one not met', ONE_NOT, null],
    ['refuted', 'all proved', ALL, '至少一性不具备'],
    ['insufficient', 'one not met', ONE_NOT, null],
    ['insufficient', 'all proved', ALL, '请选“查实”'],
    ['administrative', 'all proved', ALL, null],
  ])('%s with %s', (conclusion, _what, checklist, words) => {
    const fault = faultOf(conclusion, checklist);
    if (words === null) expect(fault).toBeNull();
    else expect(fault).toContain(words);
  });
});
