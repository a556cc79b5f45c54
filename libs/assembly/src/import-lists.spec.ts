import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { parseItem, type RawItem } from '@risk/intake';
import { Invalid } from '@risk/kit';
import { readCode } from '@risk/resolution';
import { compileLicensed, compileScoring } from '@risk/scoring';
import { loadConfig, type ConfigFolder } from '@risk/settings';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { compileEngines, type Engines } from './compile-engines.js';
import { planImport, runImport } from './import-file.js';
import { importLicensed } from './licensed/import-licensed.js';
import { NOTHING } from './process-batch.js';

const LISTS = 'test/fixtures/lists';
let dir: string;
let engines: Engines;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'risk-lists-'));
  engines = compileEngines(await loadConfig('config'));
});
afterAll(() => rm(dir, { recursive: true }));

/** The list as it lies there, or the same cells as a workbook. */
async function listFile(name: string, kind: 'csv' | 'xlsx'): Promise<string> {
  const csv = join(LISTS, `${name}.csv`);
  if (kind === 'csv') return csv;
  const text = new TextDecoder('gb18030', { fatal: true }).decode(await readFile(csv));
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名录');
  for (const line of text.trimEnd().split('\r\n')) sheet.addRow(line.split(','));
  const path = join(dir, `${name}.xlsx`);
  await book.xlsx.writeFile(path);
  return path;
}

/** Reads a list with the preset that its own headers choose. */
async function imported(file: string) {
  const { sources, presets } = engines;
  const items: RawItem[] = [];
  const accept = (batch: readonly RawItem[]) => {
    items.push(...batch);
    return Promise.resolve({ kept: true as const, ...NOTHING });
  };
  const plan = await planImport({ sources, presets }, { file });
  const house = { sources, presets, inlet: { accept } };
  await runImport(house, plan, { onRows: () => undefined, onIssue: () => undefined });
  const read = items.map((item) => parseItem(item, sources, () => null));
  return {
    preset: plan.preset?.name,
    records: read.flatMap((one) => ('good' in one ? [one.good.record] : [])),
    refusals: read.flatMap((one) => ('refused' in one ? [one.refused.reason] : [])),
  };
}

describe.each(['csv', 'xlsx'] as const)('official lists as %s', (kind) => {
  it.each<[string, string, Record<string, unknown>[], readonly string[]]>([
    [
      'dishonest-debtors',
      'shixin',
      [
        {
          sourceId: 'sx:(2026)湘虚执1号:郴州虚构甲投资有限公司',
          payload: {
            name: '郴州虚构甲投资有限公司',
            list: 'dishonest-debtor',
            dishonest: { performance: '全部未履行', filedOn: '2026-01-05' },
          },
        },
        { payload: { name: '郴州虚构䶮咨询有限公司' } },
      ],
      [],
    ],
    [
      'abnormal-operations',
      'abnormal-list',
      [
        { payload: { event: 'abnormal', abnormal: { on: '2026-02-02' } } },
        { payload: { event: 'abnormal', abnormal: { removedOn: '2025-12-01' } } },
      ],
      [],
    ],
    [
      'penalties',
      'penalty-sgs-2018',
      [
        {
          payload: {
            event: 'penalty',
            penalty: { number: '虚市监罚〔2026〕1号', fine: 15_000, on: '2026-02-03' },
          },
        },
      ],
      ['自然人'],
    ],
    [
      'licensed-institutions',
      'financial-licence',
      [
        { payload: { list: 'financial-licence', name: '虚构市虚构村镇银行股份有限公司' } },
        { payload: { licence: { until: '2024-06-30' } } },
        {},
        { payload: { name: '虚构市无码银行' } },
      ],
      [],
    ],
  ])('%s come in by preset %s', async (name, preset, records, refusals) => {
    const got = await imported(await listFile(name, kind));
    expect(got.preset).toBe(preset);
    expect(got.records).toMatchObject(records);
    expect(got.refusals).toHaveLength(refusals.length);
    refusals.forEach((words, i) => {
      expect(got.refusals[i]).toContain(words);
    });
    expect(JSON.stringify(got.records)).not.toContain('MA4XN****');
  });
});

describe('a list of licensed institutions', () => {
  const clock = new FakeClock('2026-11-27T10:00:00+08:00');
  const wish = {
    kind: 'bank' as const,
    owner: '市委金融办（虚构）某某',
    reason: '在监管部门公布的持牌名录上',
    source: '金融许可证名录（虚构），2026-11-27 核对',
    until: '2028-11-30',
    suppresses: 'all' as const,
    dryRun: false,
  };
  /** Compiling thousands of words takes seconds; where only the register is in question, only that is compiled. */
  const registerOnly = ({ licensed, scoring }: ConfigFolder): void => {
    const { neverSuppressed } = compileScoring(scoring.content, scoring.name);
    const names = { foldName: (name: string) => name, readCode, neverSuppressed };
    const unknown = compileLicensed(licensed, names).strangers((c) => engines.judging.codes.has(c));
    if (unknown.length > 0) throw new Invalid(unknown.join('\n'));
  };
  const taken = (config: string, more: object) =>
    importLicensed(config, { ...wish, file: '', ...more }, clock, registerOnly);

  /** A configuration; what words it has does not matter to the register. */
  async function folder(isWhole = false): Promise<string> {
    const copy = await mkdtemp(join(dir, 'config-'));
    const isWord = (path: string): boolean => /(lexicon|rules)\/(?!other|advertisement)/.test(path);
    await cp('config', copy, { recursive: true, filter: (path) => isWhole || !isWord(path) });
    return copy;
  }

  it.each(['csv', 'xlsx'] as const)('goes into the register, checked, from %s', async (kind) => {
    const config = await folder();
    const before = await readFile(join(config, 'licensed.yaml'), 'utf8');
    const file = await listFile('licensed-institutions', kind);
    const report = await taken(config, { file });
    expect(report.added).toMatchObject([
      {
        name: '虚构市虚构村镇银行股份有限公司',
        licence: 'S0001H343100001',
        from: '2026-11-27',
        until: '2028-11-30',
      },
      { name: '虚构市无码银行' },
    ]);
    expect(report.ended.map(({ name }) => name)).toEqual(['虚构市虚构农村信用合作联社']);
    expect(report.faults.join()).toContain('虚构市错码银行');
    expect(await readFile(report.backup!, 'utf8')).toBe(before);
    const after = await readFile(join(config, 'licensed.yaml'), 'utf8');
    expect(after).toContain(before.slice(0, before.indexOf('entries: []')));
    const again = await taken(config, { file });
    expect(again).toMatchObject({ added: [], written: false, backup: null });
    expect(again.known).toHaveLength(2);
    expect(await readFile(join(config, 'licensed.yaml'), 'utf8')).toBe(after);
  });

  it('is checked with the whole configuration unless told otherwise', async () => {
    const config = await folder(true);
    const file = await listFile('licensed-institutions', 'csv');
    const { written } = await importLicensed(config, { ...wish, file }, clock);
    expect(written).toBe(true);
    expect(compileEngines(await loadConfig(config)).sizes['licensed']).toBe(2);
  });

  it('names who is in the register and no longer on the list, and touches nobody', async () => {
    const config = await folder();
    const file = await listFile('licensed-institutions', 'csv');
    await taken(config, { file });
    const other = join(dir, 'other.csv');
    const text = '机构名称,许可证流水号\n虚构市无码银行,00000004\n';
    await writeFile(other, text);
    const report = await taken(config, { file: other });
    expect(report.vanished.map(({ name }) => name)).toEqual(['虚构市虚构村镇银行股份有限公司']);
    expect(report.known.map(({ name }) => name)).toEqual(['虚构市无码银行']);
  });

  it.each([
    ['a dry run', { dryRun: true }, null],
    ['more than three years', { until: '2031-01-01' }, '最长 3 年'],
    ['a code that no signal bears', { suppresses: ['NO-SUCH-CODE'] }, 'NO-SUCH-CODE'],
    ['no owner', { owner: ' ' }, 'owner'],
  ])('with %s leaves the register as it was', async (_what, more, says) => {
    const config = await folder();
    const before = await readFile(join(config, 'licensed.yaml'), 'utf8');
    const file = await listFile('licensed-institutions', 'csv');
    const run = taken(config, { ...more, file });
    if (says === null) expect((await run).added).toHaveLength(2);
    else await expect(run).rejects.toThrow(says);
    expect(await readFile(join(config, 'licensed.yaml'), 'utf8')).toBe(before);
    expect((await readdir(config)).filter((name) => /bak|tmp/.test(name))).toEqual([]);
  });
});
