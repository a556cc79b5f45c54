import { describe, expect, it } from '@jest/globals';
import { compilePresets, compileSources } from './check-sources.js';

const PRESETS = {
  presets: [
    { name: 'p', title: '表', feed: 'complaint', columns: [{ from: ['内容'], to: 'text' }] },
  ],
};
const presets = (content: unknown) => compilePresets({ name: 'presets.yaml', content });
const sources = (list: unknown[]) =>
  compileSources({ name: 'sources.yaml', content: { sources: list } }, presets(PRESETS));
const column = (more: object) => ({
  presets: [{ ...PRESETS.presets[0], columns: [{ from: ['甲'], ...more }] }],
});

describe('sources.yaml', () => {
  it('becomes a book of sources', () => {
    const book = sources([
      {
        name: 'a',
        feed: 'complaint',
        title: '甲',
        preset: 'p',
        expectEvery: '36h',
        workingDaysOnly: true,
        region: '431002',
      },
    ]);
    expect(book.get('a')).toMatchObject({
      name: 'a', feed: 'complaint', title: '甲', preset: 'p', sample: false,
      expectEveryMs: 36 * 3_600_000, workingDaysOnly: true, regionCode: '431002',
    }); // prettier-ignore
  });

  it.each<[string, unknown[], string]>([
    [
      'feed-unknown',
      [{ name: 'a', feed: 'x', title: '甲' }],
      'sources.yaml › sources[0].feed: 只能是 registration、complaint、advertisement 之一',
    ],
    [
      'preset-unknown',
      [{ name: 'a', feed: 'complaint', title: '甲', preset: 'q' }],
      'sources.yaml › sources[0].preset: "q" 不在 presets.yaml 中',
    ],
    [
      'preset-of-other-feed',
      [{ name: 'a', feed: 'registration', title: '甲', preset: 'p' }],
      'sources[0].feed: 来源“a”与预设“p”',
    ],
    [
      'name-twice',
      [
        { name: 'a', feed: 'complaint', title: '甲' },
        { name: 'a', feed: 'complaint', title: '乙' },
      ],
      'sources[1].name: “a”重复',
    ],
    ['name-odd', [{ name: 'A b', feed: 'complaint', title: '甲' }], 'sources[0].name: '],
    [
      'rhythm-odd',
      [{ name: 'a', feed: 'complaint', title: '甲', expectEvery: '每天' }],
      'sources[0].expectEvery: ',
    ],
    [
      'key-unknown',
      [{ name: 'a', feed: 'complaint', title: '甲', fed: 1 }],
      'sources[0]: 不认识 fed',
    ],
    ['title-missing', [{ name: 'a', feed: 'complaint' }], 'sources[0].title: 没有填写'],
  ])('%s is refused', (_name, list, words) => {
    expect(() => sources(list)).toThrow(words);
  });
});

describe('presets.yaml', () => {
  it.each<[string, unknown, string]>([
    ['nowhere-to-go', column({}), 'presets.yaml › presets[0].columns[0].to: 缺少去处'],
    ['identity-in-payload', column({ to: 'title', vault: true }), '身份信息只能进入 reporter'],
    ['reporter-not-vaulted', column({ to: 'reporter.name' }), '举报人信息须写 vault: true'],
    ['unit-on-text', column({ to: 'title', as: 'text', unit: 'wan' }), '只有金额列有单位'],
    ['path-odd', column({ to: 'a..b' }), '不是字段路径'],
    ['unit-unknown', column({ to: 'amount', unit: 'yi' }), 'presets[0].columns[0].unit: 只能是'],
    [
      'name-twice',
      { presets: [...PRESETS.presets, ...PRESETS.presets] },
      'presets[1].name: “p”重复',
    ],
    ['no-list', {}, 'presets: 没有填写'],
  ])('%s is refused', (_name, content, words) => {
    expect(() => presets(content)).toThrow(words);
  });
});
