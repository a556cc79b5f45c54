import { beforeEach, describe, expect, it } from '@jest/globals';
import type { HandOverFacts } from '@risk/cases';
import { digestsOf, Forbidden } from '@risk/kit';
import { DeskBed, evidence } from '../../cases/src/testing/desk-bed.js';
import { zipOf } from '../../files/src/testing/zip-of.js';
import { opened, wordsOf } from '../../papers/src/testing/opened.js';
import { partsOf } from '../../papers/src/zip/restamp.js';
import { HandOverPackage } from './hand-over-package.js';

const REPORTER = ['谢国平', '15428831623'];
const said = {
  ...{ alertId: '7', unit: 'jrb', to: 'gaj', officers: ['张某', '李某'], approver: '刘主任' },
  number: '郴金办函〔2026〕12号',
  ...{ amount: 2_000_000, people: null, losses: null, aggravated: [] },
  ...{ by: '张某', because: '涉嫌非法吸收公众存款' },
};

let bed: DeskBed;
let files: Map<string, Buffer>;
beforeEach(async () => {
  bed = await DeskBed.made();
  files = new Map();
});

const attach = (name: string, content: Buffer | string): void => {
  const id = String(files.size + 5);
  const bytes = Buffer.from(content);
  files.set(id, bytes);
  bed.shelf.files = [...bed.shelf.files, evidence(id, { name, ...digestsOf(bytes) })];
};
const facts = async (more: object = {}): Promise<HandOverFacts> =>
  (await bed.handOver.run(bed.tx, { ...said, seen: bed.seen, ...more })).facts;
const packer = () =>
  new HandOverPackage({
    attachments: {
      open: (id) =>
        Promise.resolve({
          ...{ ...evidence(id), alertId: '7', mediaType: '', because: '' },
          bytes: files.get(id)!,
        }),
    },
    regionName: () => '北湖区',
    flightCodes: [],
    reportersOf: () => Promise.resolve(REPORTER),
  });
const packed = async (more: object = {}) => packer().make(await facts(more));
const letterOf = async (more: object = {}): Promise<string> => {
  const [letter] = await partsOf(Buffer.from((await packed(more)).bytes));
  return wordsOf((await opened(letter!.bytes))['word/document.xml']!);
};

describe('the letter', () => {
  it('names who stands behind the firm by the register, who allowed it, and why', async () => {
    bed.register.shareholders = [
      { name: '孙某', share: 60 },
      { name: '虚构合伙企业', share: null },
    ];
    const letter = await letterOf();
    expect(letter).toMatch(/法定代表人、股东（60%）\n孙某\n/);
    expect(letter).toMatch(/股东\n虚构合伙企业\n/);
    expect(letter).toContain('批准移送的主要负责人：刘主任');
    expect(letter).toContain('移送理由：涉嫌非法吸收公众存款。');
  });

  it('may name a shareholder who also reported, a file may not', async () => {
    bed.register.shareholders = [{ name: '谢国平', share: 5 }];
    expect(await letterOf()).toContain('股东（5%）\n谢国平');
    bed = await DeskBed.made();
    bed.register.shareholders = [{ name: '谢国平', share: 5 }];
    attach('情况说明.txt', '举报人：谢国平');
    await expect(packed()).rejects.toThrow(Forbidden);
  });
});

describe('a hand-over', () => {
  it('leaves under a letter with its number, and under no draft', async () => {
    const letter = await letterOf();
    expect(letter).toContain('郴金办函〔2026〕12号');
    bed = await DeskBed.made();
    const { name, bytes } = await packed();
    expect(name).toMatch(/^移送材料-预警7-/);
    for (const paper of (await partsOf(Buffer.from(bytes))).slice(0, 2))
      expect(wordsOf((await opened(paper.bytes))['word/document.xml']!)).not.toContain('草稿');
  });

  it('is a draft before it bears one', async () => {
    const { name, bytes } = await packer().make({ ...(await facts()), number: null });
    expect(name).toMatch(/^移送材料草稿-预警7-/);
    const [letter] = await partsOf(Buffer.from(bytes));
    expect(wordsOf((await opened(letter!.bytes))['word/document.xml']!)).toContain('草稿');
  });
});

describe('the files that are handed over', () => {
  it.each<[string, string, Buffer | string]>([
    ['a text', '情况说明.txt', '举报人：谢国平，电话154-2883-1623'],
    ['a telephone alone', '情况说明.txt', '１５４２８８３１６２３'],
    [
      'a paper',
      '笔录.docx',
      zipOf([{ name: 'word/document.xml', content: '<t>谢</t><t>国平</t>' }]),
    ],
    ['a name in an archive', '材料.zip', zipOf([{ name: '谢国平.jpg', content: '\0' }])],
  ])('tell nobody who reported: %s', async (_, name, content) => {
    attach(name, content);
    await expect(packed()).rejects.toThrow(Forbidden);
    bed = await DeskBed.made();
    attach(name, content);
    await expect(packed()).rejects.toThrow(`“${name}”含有举报人信息`);
  });

  it('are refused without a word of what was found, even in the name', async () => {
    attach('谢国平来信.txt', '谢国平');
    const refused = packed();
    await expect(refused).rejects.toThrow('附件 5“……”');
    await expect(refused).rejects.not.toThrow('谢国平');
  });

  it('leave without the one that stays in the house', async () => {
    attach('情况说明.txt', '举报人：谢国平');
    attach('公告.txt', '承诺保本');
    const parts = await opened(Buffer.from((await packed({ without: ['5'] })).bytes));
    expect(Object.keys(parts)).toContain('03公告.txt');
    expect(JSON.stringify(parts)).not.toContain('谢国平');
    bed = await DeskBed.made();
    await expect(packed({ without: ['9'] })).rejects.toThrow('without：这件预警没有附件 9');
  });

  it('are promised to be without a reporter only where they could be read', async () => {
    attach('公告.txt', '承诺保本');
    expect(await letterOf()).toContain('本函及所附材料不含举报人信息');
    bed = await DeskBed.made();
    attach('公告.txt', '承诺保本');
    attach('照片.png', '\x89PNG\0');
    expect(await letterOf()).toContain('本函正文不含举报人信息；所附图片、PDF 请经办人核对');
  });
});
