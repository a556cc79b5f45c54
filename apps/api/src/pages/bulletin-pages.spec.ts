import { describe, expect, it } from '@jest/globals';
import type { Bulletin } from '@risk/bulletins';
import { bulletinSaying, readerSaying, receiptSaying } from '../testing/bulletins.js';
import { NAMES } from '../testing/work-screens.js';
import { bulletinPage } from './bulletin-page.js';
import { bulletinsPage, scopeName } from './bulletins-page.js';
import { receiptPage } from './receipt-page.js';

const ALL = { kind: null, scope: null, state: null, words: null, before: null, limit: 50 };
const AT = new Date('2026-11-28T09:00:00+08:00');
const archive = (more: Partial<Bulletin> = {}, question: object = {}, next: string | null = null) =>
  bulletinsPage({
    ...{ question: { ...ALL, ...question }, bulletins: [bulletinSaying(more)], next },
    names: NAMES,
  });
const one = (more: Parameters<typeof bulletinSaying>[0] = {}, readers = [readerSaying()]) =>
  bulletinPage({ bulletin: bulletinSaying(more), readers, names: NAMES });

describe('the archive', () => {
  it.each<[string, Partial<Bulletin>, string]>([
    ['its number', {}, '第12期'],
    ['that a draft has none', { number: null, state: 'draft' }, '草稿'],
    [
      'what is not whole',
      { state: 'draft', broken: [{ section: 'a', why: 'b' }] },
      '草稿（不完整）',
    ],
    ['a correction', { revision: 1 }, '（更正）'],
    ['samples', { samples: true }, '（样例）'],
    ['for whom it is', { scope: 'region:431002' }, '431002'],
  ])('shows %s', (_what, more, words) => {
    expect(archive(more)).toContain(words);
  });

  it('says when there is nothing', () => {
    const facts = { question: ALL, bulletins: [], next: null, names: NAMES };
    expect(bulletinsPage(facts)).toContain('没有这样的简报');
  });

  it('keeps what was asked for in what leads on', () => {
    const drawn = archive({}, { kind: 'daily', scope: 'unit:gaj', words: '甲&乙' }, '31');
    expect(drawn).toMatch(
      /href="\/bulletins\?kind=daily&amp;edition=unit(:|%3A)gaj&amp;words=[^"]*%26[^"]*&amp;before=31"/,
    );
    expect(drawn).toContain('value="甲&amp;乙"');
    expect(archive()).not.toContain('更早的简报');
  });

  it.each([
    ['city', '全市'],
    ['region:431002', '431002'],
    ['unit:gaj', 'gaj'],
    ['entity:7', '主体 7'],
    ['mars', 'mars'],
  ])('%s is called %s', (scope, name) => {
    expect(scopeName(scope, NAMES)).toBe(name);
  });
});

describe('one bulletin', () => {
  it('offers what is enclosed, not the parts of its e-mail', () => {
    const [file] = bulletinSaying().files;
    const files = [file!, { ...file!, name: '图.png', role: 'picture' as const }];
    const drawn = one({ files });
    expect(drawn).toContain(`/api/bulletins/5/files/${encodeURIComponent('日报.docx')}`);
    expect(drawn).not.toContain('图.png');
  });

  it('says first what is missing', () => {
    const drawn = one({ state: 'draft', broken: [{ section: '新增预警', why: '读取数据时出错' }] });
    expect(drawn).toContain('本期不完整，没有发出');
    expect(drawn).toContain('新增预警：读取数据时出错');
    expect(one()).not.toContain('本期不完整');
  });

  it('leads to what it corrects', () => {
    expect(one({ corrects: '4' })).toContain('<a href="/bulletins/4">');
  });

  it.each([
    ['who read it', [readerSaying({ readAt: AT })], '2026-11-28 09:00'],
    ['that it went to nobody', [], '还没有发出'],
  ])('tells %s', (_what, readers, words) => {
    expect(one({}, readers)).toContain(words);
  });
});

describe('the receipt', () => {
  it('asks once', () => {
    expect(receiptPage(receiptSaying(null), '/read/9/a')).toContain('确认已阅');
    const done = receiptPage(receiptSaying(AT), '/read/9/a');
    expect(done).toContain('已于 2026-11-28 09:00 确认阅读');
    expect(done).not.toContain('<form');
  });
});
