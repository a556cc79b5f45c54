import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { judgeTexts, type TextField, type TextVerdict } from './judge-text.js';
import { compileLexicon } from './keyword-engine.js';
import { parseLexicon } from './parse-lexicon.js';

const folder = new URL('../../../config/lexicon/', import.meta.url);
const engine = compileLexicon(
  parseLexicon(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({
        name,
        data: parse(readFileSync(new URL(name, folder), 'utf8')) as unknown,
      })),
  ),
);
const judgeFields = (fields: readonly TextField[]): TextVerdict => judgeTexts(engine, [fields])[0]!;
const judge = (text: string, field = 'text'): TextVerdict => judgeFields([{ field, text }]);
const signal = (text: string, code: string, field = 'text') =>
  judge(text, field).signals.find((found) => found.code === code);

describe('the words of a record become signals', () => {
  it('with evidence, source and transforms', () => {
    expect(signal('我司产品保.本', 'guaranteed-return')).toMatchObject({
      engine: 'keywords',
      dimension: 'inducement',
      weight: 60,
      evidence: { field: 'text', start: 4, end: 7, quote: '保.本' },
      transforms: ['noise'],
      suppressed: null,
      elements: ['inducement'],
      because: expect.stringMatching(
        /^出现“保本”字样，原文写作“保\.本”：许诺保本保收益（广告法第二十五条/,
      ),
    });
  });

  it('one a code, however often it is said and in however many fields', () => {
    const { signals, hits } = judgeFields([
      { field: 'title', text: '保本保本保本' },
      { field: 'text', text: '稳赚不赔，零风险，保本保息' },
    ]);
    expect(signals.filter((found) => found.code === 'guaranteed-return')).toHaveLength(1);
    expect(hits.filter((hit) => hit.code === 'guaranteed-return').length).toBeGreaterThan(4);
  });

  it('with the plain quote as evidence where there is one, and a counting one before a suppressed one', () => {
    expect(signal('保.本，保本', 'guaranteed-return')?.evidence?.quote).toBe('保本');
    expect(signal('谨防高收益。我司高收益', 'high-return')).toMatchObject({
      suppressed: null,
      evidence: { start: 8 },
    });
  });

  it('and a suppressed signal says so and stays', () => {
    expect(signal('谨防高收益', 'high-return')).toMatchObject({
      suppressed: 'warning text 谨防 at 0-2',
      because: expect.stringContaining('处于警示宣传语境，不计分'),
    });
  });

  it.each([
    ['name', '某某金融服务有限公司', true],
    ['businessScope', '金融信息服务', true],
    ['businessScope', '信息服务（不含金融信息服务）', false],
    ['text', '某某金融服务有限公司', false],
  ])('restricted words speak only in their fields: %s, %s', (field, text, speaks) => {
    const found = signal(text, 'restricted-name-word', field);
    expect(found?.suppressed === null).toBe(speaks);
  });
});

describe('the numbers of a record become signals', () => {
  it.each<[string, number | null, number | null]>([
    ['月息2分', 24, 65],
    ['年化收益5%', 5, 15],
    ['年化收益7%', 7, 35],
    ['日返1%', 365, 90],
    ['年化收益3%', 3, null],
    ['同比增长24%', null, null],
    ['超过6%收益就要打问号', null, 15],
  ])('%s', (text, annual, weight) => {
    const verdict = judge(text);
    const found = verdict.signals.find((s) => s.code === 'promised-yield');
    expect(verdict.annualYield?.percent ?? null).toBe(annual);
    expect(found?.weight ?? null).toBe(weight);
  });

  it('the highest promise counts, with its evidence and computation', () => {
    expect(judge('年化收益8%，老客户月息2分').annualYield).toEqual({
      percent: 24,
      evidence: { field: 'text', start: 10, end: 14, quote: '月息2分' },
      because: '月息2分 × 12',
    });
  });

  it('a warning about numbers promises nothing', () => {
    expect(signal('谨防年化收益24%的骗局', 'promised-yield')).toMatchObject({
      suppressed: 'warning text 谨防 at 0-2',
    });
    expect(judge('谨防年化收益24%的骗局').annualYield).toBeNull();
  });

  it('a usurious loan is told by its price, an ordinary one is not', () => {
    expect(signal('空放，借款月息5分', 'loan-price')).toMatchObject({
      scheme: 'illegal-lending',
      weight: 60,
    });
    expect(signal('贷款年利率7.2%', 'loan-price')).toBeUndefined();
  });
});

describe('whatever stands in a record', () => {
  it('every quote is the slice of its field and nothing throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '保本',
        '高.收.益',
        '月息2分',
        '谨防',
        '不承诺',
        '，',
        '。',
        '\ud800',
        '𝐔𝐒𝐃𝐓',
        '㎏',
        '投1万返1.2万',
        '传銷',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (title, body) => {
        const { signals, hits } = judgeFields([
          { field: 'title', text: title },
          { field: 'text', text: body },
        ]);
        const whole: Record<string, string> = { title, text: body };
        for (const span of [...hits, ...signals.flatMap((found) => found.evidence ?? [])])
          expect(span.quote).toBe(whole[span.field]?.slice(span.start, span.end));
        expect(new Set(signals.map((found) => found.code)).size).toBe(signals.length);
      }),
      { numRuns: 500 },
    );
  });
});
