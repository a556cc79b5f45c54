import { afterAll, beforeEach, expect, it, describe } from '@jest/globals';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Invalid } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { UploadFolder } from '../imports/upload-folder.js';
import { LicenceDesk, type ListWish } from './licence-desk.js';

const WISH: ListWish = {
  ...{ kind: 'bank', owner: '某科（虚构）', reason: '在名录上', source: '名录（虚构）' },
  ...{ from: '2026-11-28', until: '2028-11-30', suppresses: 'all', sheet: null },
};
const LIST = '机构名称,许可证流水号\n虚构市甲银行,00000001\n虚构市乙银行,00000002\n';
const body = (text: string): Readable => Readable.from([Buffer.from(text)]);

const made: string[] = [];
const folder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'licences-'));
  made.push(dir);
  return dir;
};
afterAll(() => Promise.all(made.map((dir) => rm(dir, { recursive: true, force: true }))));

let config: string;
let uploads: string;
let desk: LicenceDesk;
let refusal: Error | null;
beforeEach(async () => {
  [config, uploads, refusal] = [await folder(), await folder(), null];
  // What words there are does not matter to the register.
  const isWord = (path: string): boolean => /(lexicon|rules)\/(?!other|advertisement)/.test(path);
  await cp('config', config, { recursive: true, filter: (path) => !isWord(path) });
  desk = new LicenceDesk({
    configDir: config,
    files: new UploadFolder(uploads, 10_000),
    bounds: { mostRows: 3, unpackedBytes: 100_000 },
    check: () => {
      if (refusal !== null) throw refusal;
    },
    clock: new FakeClock('2026-11-28T10:00:00+08:00'),
    log: new FakeLog(),
  });
});
const register = (): Promise<string> => readFile(join(config, 'licensed.yaml'), 'utf8');

describe('a list of licences at the desk', () => {
  it('is looked at first: columns, what is new, and nothing written', async () => {
    const before = await register();
    const { columns, rows, added, written } = await desk.preview(body(LIST), WISH);
    expect([rows, written]).toEqual([2, false]);
    expect(columns.map(({ header, title }) => [header, title !== null])).toEqual([
      ['机构名称', true],
      ['许可证流水号', true],
    ]);
    expect(added.map(({ name }) => name)).toEqual(['虚构市甲银行', '虚构市乙银行']);
    expect(await register()).toBe(before);
    expect(await readdir(uploads)).toEqual([]);
  });

  it('is taken in when it comes to what was looked at', async () => {
    const { mark } = await desk.preview(body(LIST), WISH);
    const { written, backup } = await desk.take(body(LIST), WISH, mark, '张某');
    expect(written).toBe(true);
    expect(backup).toContain('licensed.yaml.');
    expect(await register()).toContain('虚构市甲银行');
    expect(await readdir(uploads)).toEqual([]);
    const again = await desk.preview(body(LIST), WISH);
    expect([again.added.length, again.known.length]).toEqual([0, 2]);
  });

  it('is not taken in when something else came between', async () => {
    const { mark } = await desk.preview(body(LIST), WISH);
    const other = `${LIST}虚构市丙银行,00000003\n`;
    await expect(desk.take(body(other), WISH, mark, '张某')).rejects.toThrow('与预览时不同');
    await desk.take(body(LIST), WISH, mark, '李某');
    await expect(desk.take(body(LIST), WISH, mark, '张某')).rejects.toThrow('与预览时不同');
  });

  it('is taken in once, though two hand it in at the same moment', async () => {
    const { mark } = await desk.preview(body(LIST), WISH);
    const both = await Promise.allSettled([
      desk.take(body(LIST), WISH, mark, '张某'),
      desk.take(body(LIST), WISH, mark, '李某'),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((await register()).match(/虚构市甲银行/g)).toHaveLength(1);
  });

  it.each([
    ['too long', `${LIST}丙,3\n丁,4\n`, '超过 3 行'],
    ['too large', `${LIST}${'x'.repeat(20_000)}`, '上限'],
    ['empty', '', '空的'],
    ['of something else', 'a,b\n1,2\n', '没有一处相符'],
  ])('that is %s is refused, and nothing of it stays', async (_, text, says) => {
    const before = await register();
    await expect(desk.preview(body(text), WISH)).rejects.toThrow(says);
    expect(await register()).toBe(before);
    expect(await readdir(uploads)).toEqual([]);
  });

  it('with which the house would not start is refused', async () => {
    refusal = new Invalid('licensed.yaml：不行');
    await expect(desk.preview(body(LIST), WISH)).rejects.toThrow('不行');
  });

  it('says so in words when the register cannot be written', async () => {
    refusal = Object.assign(new Error('read-only'), { code: 'EROFS' });
    await expect(desk.preview(body(LIST), WISH)).rejects.toThrow('配置目录不能写');
  });
});
