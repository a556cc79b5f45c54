import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readCredit, readDraft, readMeetingPaper, readSigning } from '@risk/cases';
import { Conflict, Forbidden, Invalid, NotFound } from '@risk/kit';
import { opened, wordsOf } from '../../papers/src/testing/opened.js';
import { storeDatabase } from '../../store/src/testing/store-database.js';
import type { Engines } from './compile-engines.js';
import {
  cityEngines,
  FIRM,
  letterHouse,
  OFFICERS,
  REPORTER,
  USCC,
} from './testing/letter-house.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let engines: Engines;
let house: Awaited<ReturnType<typeof letterHouse>>;
beforeAll(async () => {
  db = await storeDatabase();
  engines = await cityEngines();
});
afterAll(() => db.drop());
beforeEach(async () => {
  house = await letterHouse(db, engines);
});

const CANARIES = Object.values(REPORTER);
const PNG = Buffer.from('89504e470d0a1a0a00', 'hex');

/** Everything a reader sees in a DOCX. */
const textOf = async ({ bytes }: { readonly bytes: Uint8Array }): Promise<string> =>
  wordsOf((await opened(Buffer.from(bytes)))['word/document.xml']!);
const draft = (code: string, facts: object = {}) =>
  house.letters.draft(readDraft(house.alertId, code, facts));
const words = async (code: string, facts: object = {}) => textOf(await draft(code, facts));
const sign = (code: string, body: object, facts: object = {}) =>
  house.letters.sign(
    readSigning(house.alertId, code, { by: '刘主任', because: '已审核', ...body, facts }),
  );
const attach = (name = `门头${REPORTER.phone}.png`) =>
  house.letters.attach({
    ...{ alertId: house.alertId, name, bytes: PNG, by: '张某', because: '现场拍摄' },
  });

/** A verification in whose log somebody wrote what the reporter told, ended as confirmed. */
async function verified(because = `三性具备，${REPORTER.name}所述属实`) {
  const { id: file } = await attach();
  const { id } = await house.open();
  const { name, phone } = REPORTER;
  const action = { officers: OFFICERS, approver: null, evidence: [] };
  const visit = await house.note(
    id,
    {
      ...action,
      kind: 'visit',
      happenedAt: new Date('2026-11-27T09:00:00+08:00'),
      result: `门店在营业，${name}（${phone}）在场指认，墙上挂着“保本”`,
    },
    null,
  );
  const account = await house.note(
    id,
    {
      ...action,
      kind: 'account',
      happenedAt: new Date('2026-11-27T09:30:00+08:00'),
      result: '流水异常',
      approver: '刘主任',
    },
    visit,
  );
  let seen = account;
  for (const element of ['illegality', 'inducement', 'sociality'] as const) {
    const evidence = [`attachment:${file}`, 'record:1'];
    const found = { kind: 'element', element, finding: 'met', evidence } as const;
    seen = await house.note(id, found, seen, `${name}所述属实`);
  }
  await house.end(id, seen, 'confirmed', because);
  return { id, visit };
}

describe('a draft', () => {
  it('of an order to stop tells the finding, the firm and what people say', async () => {
    await verified();
    const { blanks, ...paper } = await draft('order-to-stop', {
      activities: ['停止吸收资金'],
      remedy: '可自收到本通知之日起六十日内申请行政复议',
      firm: { address: '新址2号' },
    });
    const text = await textOf(paper);
    expect(paper.name).toBe(`草稿-责令停止非法集资活动通知书-预警${house.alertId}-2026-11-27.docx`);
    expect(text).toContain('（草稿，未编号，须经人工审核签发）');
    expect(text).toContain(
      '中共郴州市委金融委员会办公室于2026年11月27日经调查认定：三性具备，［举报人］所述属实',
    );
    expect(text).toContain(`${FIRM}（统一社会信用代码：${USCC}）`);
    expect(text).toContain('1. 停止吸收资金');
    expect(text).toContain('不服本通知的，可自收到本通知之日起六十日内申请行政复议。');
    expect(blanks).toEqual([]);
  });

  it('leaves blank what nobody told, and says where', async () => {
    await verified();
    const { blanks } = await draft('order-to-stop');
    expect(blanks).toEqual([
      expect.stringMatching(/立即停止下列活动：1\. ＿＿＿＿$/),
      '不服本通知的救济途径和期限，由签发人依法填写：＿＿＿＿。',
    ]);
    const talk = await draft('warning-talk');
    expect(talk.blanks).toHaveLength(3);
    expect(await textOf(talk)).toContain('时间：＿＿＿＿。地点：＿＿＿＿。');
  });

  it('to suspend registrations tells the register, the officers and since when', async () => {
    await house.open();
    const { blanks, ...paper } = await draft('suspend-registration', {
      to: 'scjgj',
      copies: ['gaj', '某单位'],
      firms: [{ name: '另一公司' }],
    });
    const text = await textOf(paper);
    expect(text).toContain('郴州市市场监督管理局：');
    expect(text).toContain('自2026年11月27日起');
    for (const cell of [FIRM, USCC, '李总', '郴州市北湖区某路1号', '北湖区', '另一公司'])
      expect(text).toContain(cell);
    expect(text).toContain('抄送：郴州市公安局，某单位。');
    expect(blanks).toEqual([
      expect.stringContaining('张某（中共郴州市委金融委员会办公室，执法证号：＿＿＿＿）'),
    ]);
    const named = await words('suspend-registration', {
      officers: [{ name: '陈甲', badge: '湘01' }],
    });
    expect(named).toContain('陈甲（中共郴州市委金融委员会办公室，执法证号：湘01）');
  });

  it('of a verification record tells the log as it stands, without who reported', async () => {
    const { visit } = await verified();
    const text = await words('verification-record', {
      officers: [{ name: '张某', badge: '湘金01' }],
      places: { [visit]: '某路1号门店' },
    });
    expect(text).toContain('张某（中共郴州市委金融委员会办公室，执法证号：湘金01）');
    expect(text).toContain('某路1号门店');
    expect(text).toContain('门店在营业，［举报人］（［举报人］）在场指认，墙上挂着“保本”');
    expect(text).toContain('查询账户\n刘主任\n流水异常');
    expect(text).toContain('疑似具备\n［举报人］所述属实\n材料1');
    expect(text).toContain('查实。理由：三性具备，［举报人］所述属实。');
    for (const canary of CANARIES) expect(text).not.toContain(canary);
  });

  it.each<[string, object, new (m: string) => Error, string]>([
    ['order-to-stop', {}, Invalid, 'finding：经调查认定属于非法集资的，才能责令停止'],
    ['verification-record', {}, Invalid, 'verification：预警'],
    ['suspend-registration', {}, Invalid, 'investigatedSince：这件预警没有核查任务'],
    ['warning-talk', { from: 'nobody' }, Invalid, 'from：没有代码为“nobody”的单位'],
    ['warning-talk', { copies: ['scj'] }, Invalid, 'copies：没有代码为“scj”的单位'],
    ['warning-talk', { matters: [`${REPORTER.name}来访`] }, Forbidden, '含有举报人信息'],
    ['warning-talk', { contact: '139-0735 0000' }, Forbidden, '含有举报人信息'],
    ['warning-talk', { place: '一三九〇七三五〇〇〇〇号' }, Forbidden, '含有举报人信息'],
  ])('%s with %j is refused', async (code, facts, kind, message) => {
    await expect(draft(code, facts)).rejects.toThrow(kind);
    await expect(draft(code, facts)).rejects.toThrow(message);
  });

  it('is refused to strangers and places that the log does not know', async () => {
    await verified();
    const record = (facts: object) => draft('verification-record', facts);
    await expect(record({ officers: [{ name: '路人' }] })).rejects.toThrow('路人不是核查任务');
    await expect(record({ places: { '99': '某地' } })).rejects.toThrow('places.99：没有编号为 99');
    await expect(record({ verification: '99' })).rejects.toThrow('没有核查任务 99');
    await expect(house.letters.draft(readDraft('99', 'warning-talk', {}))).rejects.toThrow(
      NotFound,
    );
  });

  it('that the gate refuses is seen in the log, not what it held', async () => {
    await expect(draft('warning-talk', { matters: [REPORTER.name] })).rejects.toThrow(Forbidden);
    const [line] = house.log.lines.filter(({ level }) => level === 'warn');
    expect(line).toMatchObject({ facts: { alert: house.alertId, code: 'warning-talk' } });
    expect(JSON.stringify(house.log.lines)).not.toContain(REPORTER.name);
  });
});

describe('a signed letter', () => {
  const FACTS = { activities: ['停止吸收资金'], remedy: '可以申请行政复议' };
  const NUMBER = { number: '郴金办函〔2026〕1号' };
  const stop = (body: object = {}, facts: object = FACTS) =>
    sign('order-to-stop', { ...NUMBER, ...body }, facts);

  it('bears its number, is kept, and comes out again byte for byte', async () => {
    await verified('三性具备');
    const letter = await stop();
    const text = await textOf(letter);
    expect(text).toContain('郴金办函〔2026〕1号');
    expect(text).not.toContain('草稿');
    const { bytes, name, ...line } = letter;
    expect(await house.letters.ofAlert(house.alertId)).toEqual([line]);
    const again = await house.letters.open(letter.id);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect([again.name, again.unit, again.by]).toEqual([name, 'jrb', '刘主任']);
    await expect(house.letters.open('99')).rejects.toThrow('没有文书“99”');
  });

  it('is not handed out when the page would be another now', async () => {
    await verified('三性具备');
    const { id } = await stop();
    await db.database.rows(`begin; set local session_replication_role = replica;
      update letter set sha256 = repeat('0', 64); commit`);
    await expect(house.letters.open(id)).rejects.toThrow(Conflict);
  });

  it.each<[object, object, string]>([
    [{ number: null }, FACTS, 'number：请填写文号'],
    [{ number: '郴金办函(2026)1号' }, FACTS, '六角括号'],
    [{ on: '2026-11-28' }, FACTS, 'on：签发日期 2026-11-28 晚于今天'],
    [{ on: '2026-11-26' }, { ...FACTS, on: '2026-11-27' }, '不能早于起草日期'],
    [{ by: ' ' }, FACTS, 'by：请写明'],
    [{}, {}, '签发前还须填写：'],
  ])('is refused with %j %j', async (body, facts, message) => {
    await verified('三性具备');
    await expect(stop(body, facts)).rejects.toThrow(message);
    expect(await house.letters.ofAlert(house.alertId)).toEqual([]);
  });

  it('takes a number once, even for two at once', async () => {
    await verified('三性具备');
    const settled = await Promise.allSettled([stop({ by: '甲' }), stop({ by: '乙' })]);
    const lost = settled.filter(({ status }) => status === 'rejected');
    expect(lost).toMatchObject([
      {
        reason: {
          kind: 'conflict',
          message: expect.stringContaining('文号“郴金办函〔2026〕1号”已'),
        },
      },
    ]);
    expect(await house.letters.ofAlert(house.alertId)).toHaveLength(1);
  });

  it('that is a form needs no number and may have blanks', async () => {
    await verified('三性具备');
    const letter = await sign('verification-record', {});
    expect(letter.number).toBeNull();
    expect(await textOf(letter)).not.toContain('草稿');
  });

  it('holds nobody who reported, neither on paper nor in its row', async () => {
    await verified();
    await sign('verification-record', {});
    await stop();
    const rows = await db.database.rows('select facts::text, paper::text from letter');
    expect(rows).toHaveLength(2);
    for (const canary of CANARIES) expect(JSON.stringify(rows)).not.toContain(canary);
  });
});

describe('papers of a joint meeting', () => {
  const meet = () =>
    house.desk.meetings.prepare({
      ...{ heldOn: '2026-12-01', chair: '陈市长', units: ['gaj'], samples: false },
      ...{ by: '王某', because: '例会' },
    });
  const paper = (id: string, code: string, facts: object = {}) =>
    house.letters.meetingPaper(readMeetingPaper(id, code, facts));

  it('tell what was open, with territory and lead', async () => {
    const { id } = await meet();
    const made = await paper(id, 'agenda', { place: '三楼会议室', others: ['下半年安排'] });
    const text = await textOf(made);
    expect(text).toContain('全市防范化解涉众型非法经营活动稳定风险联席会议议程');
    expect(text).toContain('召集人：陈市长');
    expect(text).toContain('地点：三楼会议室');
    expect(text).toMatch(
      new RegExp(`${house.alertId}\n${FIRM}\n北湖区\n2026年11月27日10:00\n.+\n待签收`),
    );
    expect(text).toContain('1. 下半年安排');
    expect(made.blanks).toEqual(['时间：＿＿＿＿']);
  });

  it('tell what was decided, and what a person says was said', async () => {
    const { id } = await meet();
    house.clock.goTo('2026-12-01T10:00:00+08:00');
    const task = { unit: 'gaj', what: '核查资金流向', dueOn: '2026-12-10' };
    await house.desk.meetings.decide({
      ...{ meetingId: id, item: 1, decision: '由公安机关牵头。', tasks: [task] },
      ...{ by: '王某', because: '会议决定', seen: null },
    });
    const decided = await textOf(
      await paper(id, 'minutes', { absent: ['scjgj'], recorder: '记录员' }),
    );
    expect(decided).toContain(`（一）红色预警：${FIRM}\n由公安机关牵头\n`);
    expect(decided).toContain('1\n核查资金流向\n郴州市公安局\n2026年12月10日');
    expect(decided).toContain('缺席单位：郴州市市场监督管理局');
    expect(await textOf(await paper(id, 'minutes', { said: { '1': '各单位发言' } }))).toContain(
      '各单位发言',
    );
    await expect(paper(id, 'minutes', { said: { '9': '发言' } })).rejects.toThrow(
      '没有第 9 个议题',
    );
    await expect(paper(id, 'minutes', { said: { '1': REPORTER.name } })).rejects.toThrow(Forbidden);
    await expect(paper('99', 'agenda')).rejects.toThrow('没有会议“99”');
  });
});

describe('files beside an alert', () => {
  it('come in checked, go out as they were, and are seen in its life', async () => {
    const kept = await attach('门头.png');
    expect(await attach('门头.png')).toEqual(kept);
    expect((await house.attachments.open(kept.id))!.bytes.equals(PNG)).toBe(true);
    const { files } = await house.alerts.book.lifeOf(house.alertId);
    expect(files).toMatchObject([{ id: kept.id, name: '门头.png', by: '张某', size: 9 }]);
  });

  it('are refused when they are not what they say, or beside no alert', async () => {
    await expect(attach('门头.pdf')).rejects.toThrow('内容不是 .pdf 文件');
    await expect(attach('门头.exe')).rejects.toThrow('不收“.exe”文件');
    const nowhere = { name: 'a.png', bytes: PNG, by: '张', because: '拍' };
    await expect(house.letters.attach({ ...nowhere, alertId: '99' })).rejects.toThrow(NotFound);
  });
});

describe('a credit record', () => {
  const PENALTY = { number: '郴金罚〔2026〕1号', decidedOn: '2026-11-20', organ: '郴州市某机关' };
  const SIGNATURE = { by: '刘主任', because: '月报' };
  const send = (penalties: object, more: object = {}) =>
    house.letters.exportCredit(readCredit({ penalties, ...more }, SIGNATURE));

  it('leaves as XLSX and CSV, and is kept', async () => {
    await verified('三性具备');
    const made = await send({ [USCC]: { ...PENALTY, fine: 50_000 } });
    const [xlsx, csv] = made.files;
    expect(made.files.map(({ name }) => name)).toEqual([
      '信用郴州-行政处罚-2026-11-27.xlsx',
      '信用郴州-行政处罚-2026-11-27.csv',
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(xlsx!.bytes) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['行政处罚', '待人工填写', '签发']);
    const text = Buffer.from(csv!.bytes).toString();
    for (const cell of [
      FIRM,
      USCC,
      '李总',
      '郴金罚〔2026〕1号',
      '2026/11/20',
      '中共郴州市委金融委员会办公室',
    ])
      expect(text).toContain(cell);
    expect(made.toFillIn).toMatchObject([{ row: 1, name: FIRM }]);
    expect(made.toFillIn[0]!.columns).toContain('违法事实');
    expect(made.withoutPenalty).toEqual([]);
    expect(await house.letters.creditExports(9)).toMatchObject([
      {
        ...SIGNATURE,
        cases: [{ entityId: house.entityId, number: PENALTY.number }],
        files: [{ sha256: xlsx!.sha256 }, { sha256: csv!.sha256 }],
      },
    ]);
  });

  it('of the same decision leaves once, unless somebody corrects it', async () => {
    await verified('三性具备');
    await send({ [house.entityId]: PENALTY });
    await expect(send({ [USCC]: PENALTY })).rejects.toThrow('已由 刘主任');
    await send({ [USCC]: { ...PENALTY, again: true } });
    expect(await house.letters.creditExports(9)).toHaveLength(2);
  });

  it('names findings of which no penalty was given', async () => {
    await verified('三性具备');
    const other = await house.story.found('name:乙');
    await db.database.rows(
      `insert into outcome (entity_id, verdict, decided_by, because, decided_at)
       values ($1, 'administrative', '李', '查', now())`,
      [other],
    );
    const { withoutPenalty } = await send({ [USCC]: PENALTY });
    expect(withoutPenalty).toEqual([{ entityId: other, name: '乙' }]);
  });

  it.each<[string, () => object, string]>([
    ['nobody', () => ({ '999': PENALTY }), '没有主体“999”'],
    ['nothing', () => ({}), '没有可以报送的案件'],
    ['no organ', () => ({ [USCC]: { ...PENALTY, organ: '' } }), `penalties.${USCC}.organ`],
    ['a field of its own', () => ({ [USCC]: { ...PENALTY, x: 1 } }), `penalties.${USCC}`],
    ['the same entity twice', () => ({ [USCC]: PENALTY, [house.entityId]: PENALTY }), '是同一主体'],
    [
      'who reported',
      () => ({ [USCC]: { ...PENALTY, facts: `${REPORTER.name}举报` } }),
      '含有举报人信息',
    ],
  ])('with %s is refused whole', async (_name, penalties, message) => {
    await verified('三性具备');
    await expect(Promise.resolve().then(() => send(penalties()))).rejects.toThrow(message);
    expect(await house.letters.creditExports(9)).toEqual([]);
  });

  it('needs a finding', async () => {
    await expect(send({ [USCC]: PENALTY })).rejects.toThrow('没有核查结论');
  });

  it('wants to know what an entity without a code is', async () => {
    const other = await house.story.found('name:乙');
    await db.database.rows(
      `insert into outcome (entity_id, verdict, decided_by, because, decided_at)
       values ($1, 'administrative', '李', '查', now())`,
      [other],
    );
    await expect(send({ [other]: PENALTY })).rejects.toThrow(`penalties.${other}.kind`);
    await send({ [other]: { ...PENALTY, kind: '自然人' } });
  });
});
