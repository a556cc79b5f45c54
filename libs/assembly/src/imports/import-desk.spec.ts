import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { days, hours } from '@risk/kit';
import ExcelJS from 'exceljs';
import { zipOf } from '../../../files/src/testing/zip-of.js';
import { body, importOffice, upload, type ImportOffice } from '../testing/import-office.js';

const ZHANG = { id: '1', name: '张某' };
const LI = { id: '2', name: '李某' };
const HEAD = '编号,标题,内容,被投诉单位,涉及金额,举报人,举报人电话,登记时间';
const line = (n: number, text = `第${n}次集资`, amount = '100'): string =>
  `T${n},标题,${text},甲公司,${amount},王小兰,13900139000,2026-11-01`;
const csv = (...lines: string[]): string => [HEAD, ...lines].join('\n');

let office: ImportOffice;
const PAGE = { limit: 20, after: null, state: null };
const LATEST = { ...PAGE, sort: 'madeAt', isDescending: true } as const;
/** What somebody finds in the list of the own imports. */
const listed = async (by: typeof ZHANG) => (await office.desk.list(by, LATEST)).rows;
beforeEach(async () => {
  office = await importOffice();
});
afterEach(() => {
  office.close();
});

const handIn = (content: string | Buffer, name?: string, after: string | null = null) =>
  office.desk.upload(body(content), upload(name, after), ZHANG);

/** Hands a file in, and says that it is of the ledger: other sources hand in tables like it. */
async function ofLedger(content: string | Buffer, name?: string) {
  const { job } = await handIn(content, name);
  return office.desk.read(job.id, LEDGER, ZHANG);
}

/** Hands a file in as complaints of a ledger, and imports it to the end. */
async function imported(content: string | Buffer, name?: string, after: string | null = null) {
  const { job } = await handIn(content, name, after);
  if (after === null)
    await office.desk.read(job.id, { ...WISH, source: 'complaint-ledger' }, ZHANG);
  await office.desk.start(job.id, ZHANG, false);
  await office.runner.settled();
  return (await office.desk.view(job.id, ZHANG)).job;
}
const WISH = { source: null, sheet: null, headerRow: null, choices: {}, occurredAt: null };
const LEDGER = { ...WISH, source: 'complaint-ledger' };

describe('a file that is handed in', () => {
  it('is shown as it would be read, and nothing goes in', async () => {
    const { job, plan } = await ofLedger(csv(line(1), line(2, '', '100')));
    expect(job).toMatchObject({ state: 'uploaded', total: 2, fileName: '名单.csv', by: '张某' });
    expect(plan).toMatchObject({ kind: 'csv', encoding: 'utf-8', flaw: null, needsDate: false });
    expect(plan?.source?.feed).toBe('complaint');
    const places = Object.fromEntries(plan!.columns.map(({ header, code }) => [header, code]));
    expect(places).toMatchObject({
      ...{ 内容: 'text', 举报人: 'reporter.name', 登记时间: 'occurredAt' },
    });
    expect(plan?.rows.map(({ row, reason }) => [row, reason === null])).toEqual([
      [2, true],
      [3, false],
    ]);
    expect(plan?.rows[1]?.reason).toContain('缺少内容');
    expect(office.line.texts).toEqual([]);
  });

  it('shows nobody who reported', async () => {
    const { plan } = await ofLedger(csv(line(1)));
    expect(JSON.stringify(plan)).not.toMatch(/王小兰|13900139000/);
    const column = plan?.columns.find(({ header }) => header === '举报人');
    expect(column).toMatchObject({ sample: null });
    expect(
      plan?.rows[0]?.cells[plan.heads.findIndex((head) => head.startsWith('举报人姓名'))],
    ).toBe(null);
  });

  it('keeps nobody who reported among the columns that no preset knows', async () => {
    const { job } = await handIn('内容,标题,反映人手机,住处\n集资,甲,13900139000,某路\n');
    const wish = { ...WISH, source: 'complaint-ledger' };
    const { plan } = await office.desk.read(job.id, wish, ZHANG);
    const codes = plan?.columns.map(({ header, code }) => [header, code]);
    expect(codes).toContainEqual(['反映人手机', 'reporter.phone']);
    await office.desk.start(job.id, ZHANG, false);
    await office.runner.settled();
    const [kept] = office.line.records.versions;
    expect(kept?.item.record.payload).toMatchObject({ columns: { 住处: '某路' } });
    expect(JSON.stringify(kept?.item.record)).not.toContain('13900139000');
  });

  it('in GB18030 and under another name is what its bytes say', async () => {
    const gbk = Buffer.from('b1e0bac52cc4dac8dd0a54312ccffbcfa2', 'hex');
    const { plan } = await ofLedger(gbk, '名单.xlsx');
    expect(plan).toMatchObject({ kind: 'csv', encoding: 'gb18030' });
    expect(plan?.columns.map(({ header }) => header)).toEqual(['编号', '内容']);
  });

  it.each([
    [
      'one source alone hands in',
      '企业名称,统一社会信用代码,法定代表人,成立日期,经营范围',
      'registration',
    ],
    ['several sources hand in', '标题,内容,日期', undefined],
    ['two kinds of tables look like', '标题,内容', undefined],
  ])('that %s is read as of one source only when it can be no other', async (_what, head, feed) => {
    const cells = head.split(',').map((_, at) => `某${String(at)}`);
    const { plan } = await handIn(`${head}\n${cells.join(',')}\n`);
    expect(plan?.source?.feed).toBe(feed);
    if (feed === undefined) expect(plan?.flaw).toContain('请选择来源');
  });

  it('that no preset knows waits for somebody to choose, column by column', async () => {
    const { job, plan } = await handIn('甲列,乙列,丙列\n一二三,高息集资,2026-11-01\n');
    expect([plan?.source, plan?.flaw]).toEqual([null, expect.stringContaining('请选择来源')]);
    const chosen = { ...WISH, source: 'complaint-ledger' };
    const half = await office.desk.read(job.id, chosen, ZHANG);
    expect(half.plan?.flaw).toContain('缺少必需的列');
    const choices = { 乙列: 'text', 丙列: 'occurredAt' };
    const whole = await office.desk.read(job.id, { ...chosen, choices }, ZHANG);
    expect(whole.plan).toMatchObject({ flaw: null, needsDate: false });
    await office.desk.start(job.id, ZHANG, true);
    await office.runner.settled();
    expect(office.line.texts).toEqual(['高息集资']);
    expect(await office.mappings.of('complaint-ledger')).toMatchObject({ choices, keptBy: '张某' });
  });

  it('without days happened when its owner says so', async () => {
    const { job, plan } = await ofLedger('编号,内容,被投诉单位\nA,集资,甲\n');
    expect(plan?.needsDate).toBe(true);
    const wish = { ...LEDGER, occurredAt: '2026-10-08T00:00:00+08:00' };
    await office.desk.read(job.id, wish, ZHANG);
    await office.desk.start(job.id, ZHANG, false);
    await office.runner.settled();
    expect(office.line.records.versions[0]?.item.record.occurredAt).toEqual(
      new Date('2026-10-07T16:00:00.000Z'),
    );
  });

  it.each<[string, () => Promise<Buffer> | Buffer | string, RegExp]>([
    ['empty', () => '', /文件是空的/],
    ['too large', () => Buffer.alloc(1_048_577, 'a'), /超过 1 MB 的上限/],
    ['too long', () => csv(...Array.from({ length: 1_001 }, (_, n) => line(n))), /超过 1000 行/],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /不是文本文件/],
    ['an old workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧版 Excel/],
    ['a cut archive', () => Buffer.from('PK\u0003\u0004'), /压缩包已损坏/],
    ['a bomb', () => bomb(3 * 1_048_576), /解压后共 \d+ MB，超过上限 2 MB/],
    ['a bomb that lies', () => bomb(3 * 1_048_576, 100), /膨胀|损坏/],
  ])('that is %s is refused in words, and nothing of it stays', async (_what, make, said) => {
    await expect(handIn(await make(), '名单.xlsx')).rejects.toThrow(said);
    expect([readdirSync(office.dir), await listed(ZHANG)]).toEqual([[], []]);
  });

  it('is for nobody but its owner', async () => {
    const { job } = await handIn(csv(line(1)));
    const doors: (() => Promise<unknown>)[] = [
      () => office.desk.view(job.id, LI),
      () => office.desk.read(job.id, WISH, LI),
      () => office.desk.start(job.id, LI, false),
      () => office.desk.cancel(job.id, LI),
      () => office.desk.faults(job.id, LI),
      () => office.desk.upload(body(csv(line(1))), upload('a.csv', job.id), LI),
    ];
    for (const door of doors) await expect(door()).rejects.toThrow('没有这个导入');
    expect(await listed(LI)).toEqual([]);
  });
});

/** A workbook whose one sheet unpacks to so many bytes, or says that it has others. */
function bomb(bytes: number, claims?: number): Buffer {
  const sheet = `<worksheet><sheetData>${' '.repeat(bytes)}</sheetData></worksheet>`;
  return zipOf([
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, ...(claims !== undefined && { claims }) },
  ]);
}

describe('an import', () => {
  it('takes the good rows, names the bad ones and keeps no file', async () => {
    const job = await imported(csv(line(1), line(2, ''), line(3), line(1)));
    expect(job).toMatchObject({
      ...{ state: 'done', rows: 4, stored: 2, duplicate: 1, refused: 1, total: 4 },
    });
    expect(office.line.texts).toEqual(['第1次集资', '第3次集资']);
    expect(existsSync(office.files.pathOf(job.id))).toBe(false);
    expect(office.line.booked).toEqual({ received: 4, stored: 2, duplicate: 1, deadLettered: 1 });
  });

  it('hands back what was not taken; put right, it goes in, and nothing twice', async () => {
    const hostile = `T3,"=cmd|' /C calc'!A0",,甲公司,+8,王小兰,13900139000,2026-11-01`;
    const first = await imported(csv(line(1), line(2, ''), hostile));
    expect(first).toMatchObject({ stored: 1, refused: 2 });
    const sheet = await workbookIn(await office.desk.faults(first.id, ZHANG));
    expect(sheet.rows.map((row) => [row['原文件行号'], row['标题']])).toEqual([
      [3, '标题'],
      [4, "'=cmd|' /C calc'!A0"],
    ]);
    expect(sheet.rows[0]?.['出错原因（导入时忽略本列）']).toContain('缺少内容');
    expect(sheet.formulas).toBe(0);
    const corrected = await sheet.with('内容', (row) => `更正${String(row['编号'])}，集资`);
    const second = await imported(corrected, '更正.xlsx', first.id);
    expect(second).toMatchObject({ state: 'done', stored: 2, duplicate: 0, refused: 0 });
    expect(second.reading.source).toBe('complaint-ledger');
    const { payload } = office.line.records.versions.at(-1)!.item.record;
    expect(payload).toMatchObject({ title: "=cmd|' /C calc'!A0", text: '更正T3，集资' });
    expect(JSON.stringify(payload)).not.toMatch(/原文件行号|出错原因|王小兰/);
    expect(await imported(corrected, '更正.xlsx', first.id)).toMatchObject({
      ...{ stored: 0, duplicate: 2, refused: 0 },
    });
  });

  it('keeps no more bad rows than it may, and counts them all', async () => {
    const job = await imported(csv(...[1, 2, 3, 4, 5].map((n) => line(n, ''))));
    expect(job.refused).toBe(5);
    const sheet = await workbookIn(await office.desk.faults(job.id, ZHANG));
    expect(sheet.rows).toHaveLength(3);
  });

  it('is one at a time for one person', async () => {
    const many = csv(...Array.from({ length: 45 }, (_, n) => line(n)));
    const [one, two] = [await ofLedger(many), await ofLedger(csv(line(1)))];
    await office.desk.start(one.job.id, ZHANG, false);
    await expect(office.desk.start(two.job.id, ZHANG, false)).rejects.toThrow('正在进行');
    await office.runner.settled();
    await office.desk.start(two.job.id, ZHANG, false);
    await office.runner.settled();
    expect((await office.desk.view(two.job.id, ZHANG)).job.state).toBe('done');
  });

  it('ends between two batches when it is cancelled; what went in stays', async () => {
    const { job } = await ofLedger(csv(...Array.from({ length: 45 }, (_, n) => line(n))));
    await office.desk.start(job.id, ZHANG, false);
    await office.desk.cancel(job.id, ZHANG);
    await office.runner.settled();
    const after = (await office.desk.view(job.id, ZHANG)).job;
    expect(after.state).toBe('cancelled');
    expect(after.rows).toBeLessThan(45);
    expect(office.line.texts).toHaveLength(after.stored);
    await expect(office.desk.cancel(job.id, ZHANG)).rejects.toThrow('已经结束');
  });

  it('goes on where it stopped when the house closes, and nothing goes in twice', async () => {
    const { job } = await ofLedger(csv(...Array.from({ length: 45 }, (_, n) => line(n))));
    await office.desk.start(job.id, ZHANG, false);
    await office.runner.close();
    const between = (await office.desk.view(job.id, ZHANG)).job;
    expect(between.state).toBe('running');
    office.line.clock.advance(1);
    const heir = office.worker();
    await heir.resume();
    await heir.settled();
    const after = (await office.desk.view(job.id, ZHANG)).job;
    expect(after).toMatchObject({ state: 'done', rows: 45, stored: 45, duplicate: 0 });
  });

  it('whose file is gone fails in words', async () => {
    const { job } = await handIn(csv(line(1)));
    const { reading } = job;
    await office.jobs.begin(job.id, office.line.clock.now(), new Date(0));
    await office.files.remove(job.id);
    await office.runner.resume();
    await office.runner.settled();
    expect((await office.desk.view(job.id, ZHANG)).job).toMatchObject({
      ...{ state: 'failed', reading, trouble: expect.stringContaining('重新上传') },
    });
  });

  it('uses what was kept for its source, and stops when that is forgotten', async () => {
    const keptAt = office.line.clock.now();
    const choices = { 标题: 'keep' };
    await office.mappings.keep({ source: 'complaint-ledger', choices, keptBy: '李某', keptAt });
    const { job } = await handIn(csv(line(1)));
    const wish = { ...WISH, source: 'complaint-ledger' };
    const kept = await office.desk.read(job.id, wish, ZHANG);
    const codeIn = (view: typeof kept) =>
      view.plan?.columns.find(({ header }) => header === '标题')?.code;
    expect([codeIn(kept), kept.plan?.kept?.by]).toEqual(['keep', '李某']);
    await office.desk.forgetMapping('complaint-ledger');
    expect(codeIn(await office.desk.view(job.id, ZHANG))).toBe('title');
  });

  it('and what belongs to it goes after its time', async () => {
    const waiting = await handIn(csv(line(1)));
    const done = await imported(csv(line(2)));
    office.line.clock.advance(hours(25));
    await office.desk.sweep();
    await expect(office.desk.view(waiting.job.id, ZHANG)).rejects.toThrow('没有这个导入');
    expect((await office.desk.view(done.id, ZHANG)).job.state).toBe('done');
    office.line.clock.advance(days(7));
    await office.desk.sweep();
    expect([await listed(ZHANG), readdirSync(office.dir)]).toEqual([[], []]);
  });
});

/** The file of bad rows as somebody opens it. */
async function workbookIn({ bytes }: { readonly bytes: Buffer }) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const page = book.worksheets[0]!;
  const head = (page.getRow(1).values as unknown[]).slice(1).map(String);
  const rows = Array.from({ length: page.rowCount - 1 }, (_, at) =>
    Object.fromEntries(head.map((name, i) => [name, page.getRow(at + 2).getCell(i + 1).value])),
  );
  let formulas = 0;
  page.eachRow((row) => {
    row.eachCell((cell) => (formulas += cell.type === ExcelJS.ValueType.Formula ? 1 : 0));
  });
  return {
    ...{ rows, formulas },
    /** The same file with one column put right. */
    with: async (column: string, value: (row: Record<string, unknown>) => string) => {
      rows.forEach((row, at) => {
        page.getRow(at + 2).getCell(head.indexOf(column) + 1).value = value(row);
      });
      return Buffer.from(await book.xlsx.writeBuffer());
    },
  };
}
