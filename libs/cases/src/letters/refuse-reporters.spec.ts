import { describe, expect, it } from '@jest/globals';
import { paperText } from '@risk/domain';
import { Forbidden } from '@risk/kit';
import fc from 'fast-check';
import { LETTER_CODES, writeLetter } from './letters.js';
import { maskedText, type MaskedText } from './masked-text.js';
import { refuseReporters } from './refuse-reporters.js';
import { letterFacts } from './testing/letter-facts.js';
import { canaries, type Canary } from './testing/canaries.js';

const lettersTelling = (told: MaskedText) =>
  LETTER_CODES.flatMap((code) => writeLetter(code, letterFacts(told)[code]));

describe('who reported', () => {
  it('comes out of no letter, however the number is written', () => {
    fc.assert(
      fc.property(
        canaries,
        fc.constantFrom('', '，', '：', ' ', '（'),
        ({ name, written, secrets }: Canary, glue) => {
          const told = maskedText(
            `${name}来电${glue}${written.join(`${glue}或者`)}，称其保本付息，${name}已投20万元`,
            [name],
          );
          const papers = lettersTelling(told);
          const text = papers.flatMap(paperText).join('\n').normalize('NFKC').replace(/[\s-]/g, '');
          for (const secret of secrets) expect(text).not.toContain(secret);
          expect(() => refuseReporters(papers, secrets)).not.toThrow();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is caught at the gate where a text went round the mask', () => {
    fc.assert(
      fc.property(canaries, ({ name, written, secrets }: Canary) => {
        for (const leak of [name, ...written])
          expect(() =>
            refuseReporters(lettersTelling(`电：${leak}。` as MaskedText), secrets),
          ).toThrow(Forbidden);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the gate', () => {
  const papers = (told: string) => lettersTelling(told as MaskedText);

  it.each([
    ['spaces in a name', '张 三丰来过', '张三丰'],
    ['a full-width number', '１３８００１３８０００', '13800138000'],
    ['hyphens', '138-0013-8000', '13800138000'],
    ['Chinese digits', '一三八〇〇幺三八零零零', '13800138000'],
    ['another case', '微信 WX_Abc', 'wx_abc'],
  ])('sees through %s', (_, told, canary) => {
    expect(() => refuseReporters(papers(told), [canary])).toThrow(Forbidden);
  });

  it('tells the paper and the line, never what it found', () => {
    const refusing = () => refuseReporters(papers('张三丰来过'), ['张三丰']);
    expect(refusing).toThrow(/《关于移送.+》第 \d+ 行含有举报人信息/);
    expect(refusing).not.toThrow('张三丰');
  });

  it('does not even tell a title that holds it', () => {
    const [paper] = papers('');
    const titled = { ...paper!, title: '关于张三丰的函' };
    expect(() => refuseReporters([titled], ['张三丰'])).toThrow('《……》');
  });

  it('lets pass what the register tells anyway', () => {
    expect(() => refuseReporters(papers(''), ['李某'], ['李某'])).not.toThrow();
    expect(() => refuseReporters(papers(''), ['李某'])).toThrow(Forbidden);
  });

  it('is not closed by an empty canary', () => {
    expect(() => refuseReporters(papers('某'), ['', ' ', '某'])).not.toThrow();
  });
});

describe('the mask', () => {
  it.each([
    ['a day', '2026-11-20 现场检查', '2026-11-20 现场检查'],
    ['a minute', '于 2026-11-20 10:30 到场', '于 2026-11-20 10:30 到场'],
    ['two days', '2026-11-20至2026-11-25', '2026-11-20至2026-11-25'],
    ['a telephone behind a day', '2026-11-20 13800138000来电', '［账号］来电'],
    ['a telephone before a day', '13800138000 2026-11-20', '［账号］'],
    ['a paper that holds a day', '431002-2010-11-27-0012', '［证件号］'],
    ['a sum', '共 1500000 元', '共 1500000 元'],
  ])('knows %s', (_, text, seen) => {
    expect(maskedText(text)).toBe(seen);
  });
});
