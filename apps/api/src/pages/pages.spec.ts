import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml } from '@risk/kit';
import type { AlertDetail, Overview, WorkFigures } from '@risk/store';
import { alertSaying, judgedSaying, overview, personSaying } from '../testing/screens.js';
import { bareFacts } from '../testing/work-screens.js';
import { workPagesSaying } from '../testing/work-pages.js';
import { alertPage } from './alert-page.js';
import { homePage, type HomeFacts } from './home-page.js';
import { html, page } from './html.js';

const AT = new Date('2026-11-02T01:30:00Z');
const VERSIONS = { lexicon: 'L1', rules: 'R1', model: 'M1', scoring: 'S1' };
const named = (code: string | null): string => code ?? '属地不明';

const QUIET: WorkFigures = {
  ...{ unacknowledged: 0, overdue: 0, unknown: 0, floods: 0, flooded: 0 },
};

const home = (more: Partial<HomeFacts> = {}): string =>
  homePage({
    figures: overview(),
    work: QUIET,
    alerts: [],
    regions: [],
    regionName: named,
    versions: VERSIONS,
    at: AT,
    ...more,
  });

/** Every page with one text in every place that data can reach. */
function pagesSaying(text: string): string[] {
  const figures = overview({ warnings: [{ source: text, sentence: text, raisedAt: AT }] });
  const alerts = [
    alertSaying(text),
    alertSaying(text, { sample: true, personTier: 'yellow', person: personSaying(text) }),
  ];
  return [
    home({ figures, alerts, regions: [{ regionCode: text, alerts: 2 }] }),
    alertPage(bareFacts(text)),
    alertPage(bareFacts(text, { alert: alertSaying(text, { sample: true }) })),
    alertPage(bareFacts(text, { alert: judgedSaying(text) })),
    ...workPagesSaying(text),
  ];
}

/** Text that tries to get out of where it stands. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('<', '>', '"', "'", '&', '</td>', '<script>alert(1)</script>', '-->', '&lt;'),
      fc.constantFrom('${x}', '`', '\\', '" onload="x', "javascript:'x'", '$&', '$1'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `☠${parts.join('')}☠`);

describe('what comes from outside', () => {
  it('changes no tag and no attribute: without it all pages are the same', () => {
    const plain = pagesSaying('☠');
    fc.assert(
      fc.property(hostile, (text) => {
        const bare = pagesSaying(text).map((drawn) => drawn.split(escapeHtml(text)).join('☠'));
        expect(bare).toEqual(plain);
      }),
    );
  });

  it('stands escaped wherever it stands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const drawn of pagesSaying(text)) {
          const pieces = drawn.split('☠').filter((_, at) => at % 2 === 1);
          expect(pieces.length).toBeGreaterThan(1);
          for (const piece of pieces) expect(piece).not.toMatch(/[<>"']/);
        }
      }),
    );
  });
});

describe('html', () => {
  it('escapes values, lets HTML through, joins lists and leaves nothing out', () => {
    const items = ['a<b', '"'].map((text) => html`<i title="${text}">${text}</i>`);
    expect(html`<b>${items}${null}${0}</b>`.text).toBe(
      '<b><i title="a&lt;b">a&lt;b</i><i title="&quot;">&quot;</i>0</b>',
    );
  });

  it('makes a page of a title and a body, without scripts and foreign addresses', () => {
    const drawn = page('<标题>', html`<b>体</b>`);
    expect(drawn).toMatch(/^<!doctype html>/);
    expect(drawn).toContain('<title>&lt;标题&gt;</title>');
    expect(drawn).toContain('<main><b>体</b></main>');
    for (const whole of [...pagesSaying('x'), drawn]) {
      expect(whole).not.toMatch(/<script|https?:|\son\w+=|style=/i);
    }
  });
});

describe('the first screen', () => {
  it.each<[string, Partial<Overview>, RegExp, boolean]>([
    ['says when there are samples', { sampleRecords: 42 }, /现有 42 条<strong>样例数据/, true],
    ['how to remove them', { sampleRecords: 42 }, /samples remove/, true],
    ['and says nothing of samples when there are none', {}, /样例数据/, false],
    [
      'shows operational warnings',
      { warnings: [{ source: 's', sentence: '静默', raisedAt: AT }] },
      /运行提示：静默/,
      true,
    ],
    ['groups the digits of figures', {}, /12,345/, true],
    [
      'shows a tier without alerts as none',
      { alerts: {} },
      /<b>0<\/b><i>件<\/i><span>红色预警/,
      true,
    ],
    ['counts letters sent', { notices: { sent: 9 } }, /<b>9<\/b><i>封/, true],
  ])('%s', (_name, figures, words, shown) => {
    expect(words.test(home({ figures: overview(figures) }))).toBe(shown);
  });

  it('with nothing to show says so, without an empty table', () => {
    const drawn = home();
    expect(drawn).toContain('目前没有预警');
    expect(drawn).not.toContain('<table>');
    expect(drawn).not.toContain('各县市区预警数');
  });

  it.each<[string, Partial<WorkFigures>, RegExp]>([
    ['to be acknowledged', { unacknowledged: 12 }, /kind=acknowledge"\s*><b>12<\/b>.*待签收/],
    ['overdue', { overdue: 3 }, /figure red" href="\/duties\?late=yes"\s*><b>3<\/b>.*已逾期/],
    ['of unknown fate', { unknown: 1 }, /figure red" href="\/notices\?state=unknown"\s*><b>1</],
    ['held back', { floods: 1, flooded: 40 }, /"\/silences"\s*><b>1<.*压着 40 件预警/],
    ['nothing, calmly', {}, /figure " href="\/duties\?late=yes"\s*><b>0</],
  ])('says what waits: %s', (_name, work, words) => {
    expect(home({ work: { ...QUIET, ...work } })).toMatch(words);
  });

  it('shows how far people have come with an alert', () => {
    expect(home({ alerts: [alertSaying('甲', { stage: 'transferred' })] })).toContain('已移送公安');
  });

  it('lists alerts with tier, reason, place and time, a person’s tier before the model’s', () => {
    const drawn = home({
      alerts: [alertSaying('郴州某公司', { personTier: 'blue', sample: true })],
    });
    expect(drawn).toContain('<mark class="blue">蓝色预警</mark>');
    expect(drawn).toContain('<a href="/alerts/7">郴州某公司</a><em>样例</em>');
    expect(drawn).toContain('2026-11-02 09:00');
    expect(drawn).toContain('87.7');
    expect(drawn).not.toContain('目前没有预警');
    expect(drawn).not.toContain('人工：');
  });

  it('says beside a person’s tier what the model says', () => {
    const judged = alertSaying('甲', { personTier: 'yellow', person: personSaying('张某') });
    expect(home({ alerts: [judged] })).toContain(
      '模型：红色　人工：黄色（张某，2026-11-03，张某）',
    );
  });

  it('survives an alert without reasons', () => {
    const bare = alertSaying('甲');
    const drawn = home({ alerts: [{ ...bare, index: { ...bare.index, reasons: [] } }] });
    expect(drawn).toContain('甲');
  });
});

describe('the page of an alert', () => {
  const draw = (more: Partial<AlertDetail>): string =>
    alertPage(bareFacts('甲', { alert: alertSaying('甲', more) }));

  it.each<[string, Partial<AlertDetail>, string]>([
    ['says that a sample is one', { sample: true }, '本件为<strong>样例</strong>'],
    ['says that a code is unknown', { uscc: null }, '统一社会信用代码 未知'],
    ['says that a place is unknown', { regionCode: null }, '属地不明'],
    ['names the elements', {}, '非法性、利诱性'],
    [
      'says when there are none',
      {
        index: {
          ...alertSaying('甲').index,
          elements: { illegality: false, publicity: false, inducement: false, sociality: false },
        },
      },
      '尚无',
    ],
    ['says what is missing', {}, '尚缺信息：甲'],
    ['counts records of a reason', {}, '3 条记录'],
    ['prints the weights that measured it', {}, '利诱程度 0.8'],
    ['prints the cuts that measured it, raised or not', {}, '橙色预警 62.5 分起'],
    ['names a licence that took something out, and what would stand', {}, '如计入为 91.2 分'],
  ])('%s', (_name, more, words) => {
    expect(draw(more).replace(/\s+/g, ' ')).toContain(words);
  });

  it('survives an index that was kept before scale and licence were', () => {
    const { weights: _w, cuts: _c, suppressed: _s, ...old } = alertSaying('甲').index;
    const drawn = draw({ index: old });
    expect(drawn).toContain('触及要件');
    expect(drawn).not.toMatch(/衡量标准|不计/);
  });

  it('sets both tiers side by side, with who, when and why', () => {
    const judged = judgedSaying('已核实');
    const drawn = alertPage(bareFacts('甲', { alert: judged })).replace(/\s+/g, ' ');
    expect(drawn).toContain('<mark class="yellow">黄色预警</mark>');
    expect(drawn).toContain('模型：红色 人工：黄色（已核实，2026-11-03，已核实）');
    expect(drawn).toContain('2026-11-03 09:00 已核实定为黄色预警：已核实');
    expect(drawn).toContain('当时模型为橙色，指数 66.5');
    expect(drawn).toContain('已核实撤回人工等级');
    expect(drawn).toContain('记为查实（非法集资）：已核实，2026-11-01 暴露');
    expect(draw({})).not.toContain('人工：');
  });
});
