import { describe, expect, it } from '@jest/globals';
import type { NoticeState } from '@risk/alerting';
import { alertSaying } from '../testing/screens.js';
import { unitSaying, WORK } from '../testing/work-pages.js';
import {
  bareFacts,
  dutySaying,
  factsSaying,
  floodSaying,
  handOverSaying,
  hushedSaying,
  inboxSaying,
  ledgerSaying,
  lifeSaying,
  lineSaying,
  meetingSaying,
  NAMES,
  noticeSaying,
  noticesSaying,
  NOW,
  silenceSaying,
} from '../testing/work-screens.js';
import { alertPage, type AlertFacts } from './alert-page.js';
import { dutiesPage, type DutiesFacts } from './duties-page.js';
import { dutyState } from './duty-state.js';
import { ledgerPage } from './ledger-page.js';
import { meetingPage } from './meeting-page.js';
import { meetingsPage } from './meetings-page.js';
import { noticePage } from './notice-page.js';
import { noticesPage, type NoticesFacts } from './notices-page.js';
import { silencesPage } from './silences-page.js';
import { unitPage } from './unit-page.js';
import { unitsPage } from './units-page.js';
import { usualPeriods } from './usual-periods.js';

const EARLY = new Date('2026-11-03T09:00:00+08:00');
const LATE = new Date('2026-11-05T09:00:00+08:00');

/** What a reader sees: the words without the tags, on one line. */
const read = (drawn: string): string =>
  drawn
    .replace(/<(small|br|td|th|li|p|dd|dt)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

describe('the state of a duty', () => {
  it.each<[string, Parameters<typeof dutySaying>[1], string, string, RegExp]>([
    ['done at the last moment', { doneAt: LATE, doneBy: '张某' }, 'done', '按时完成', /张某/],
    ['done late', { doneAt: LATE, dueAt: EARLY, doneBy: '张某' }, 'late', '逾期完成', /11-05/],
    ['void', { voidBecause: '本件已排除' }, 'idle', '不再需要', /本件已排除/],
    [
      'paused, though its time is over',
      { pausedAt: EARLY, dueAt: EARLY },
      'idle',
      '暂停计时',
      /起/,
    ],
    ['due this very moment', { dueAt: NOW }, 'late', '已逾期', /^$/],
    ['running', {}, 'open', '办理中', /^$/],
  ])('%s', (_name, more, tone, word, detail) => {
    const state = dutyState(dutySaying('甲', more), NOW);
    expect([state.tone, state.word]).toEqual([tone, word]);
    expect(state.detail ?? '').toMatch(detail);
  });
});

describe('the page of an alert', () => {
  const draw = (more: Partial<AlertFacts>): string => read(alertPage(bareFacts('甲', more)));
  const log = (...lines: Parameters<typeof lineSaying>[1][]): string =>
    draw({ life: { ...lifeSaying('甲'), log: lines.map((line) => lineSaying('甲', line)) } });

  it.each<[string, Partial<AlertFacts>, string]>([
    ['says how far it is', { alert: alertSaying('甲', { stage: 'verifying' }) }, '核查中'],
    [
      'says why nobody is told',
      { life: lifeSaying('专项行动期间') },
      '暂不通知（静默）：专项行动期间 2026-11-03 09:00 起',
    ],
    ['says where it lives on', { life: lifeSaying('甲') }, '本件已并入 预警 9'],
    ['names what was merged into it', { life: lifeSaying('甲') }, '并入本件：甲 预警 8'],
    ['names its group', { life: lifeSaying('甲') }, '同组：蓝色 甲 预警 6，已办结'],
    ['says that nobody owes anything', {}, '没有单位有应办事项'],
    ['says that nobody was told', {}, '还没有通知任何单位'],
    ['says that the deadlines are no law', {}, '时限为本地默认，非法定'],
    [
      'tells of each notice whom, by what, and what became of it',
      {
        notices: [
          noticeSaying('甲', { channel: 'email', detail: '收件人不存在', state: 'refused' }),
        ],
      },
      '甲 甲 主办 email 预警 未送达 2026-11-03 09:00 收件人不存在',
    ],
    [
      'tells where the rest of the notices are',
      { notices: noticesSaying('甲'), hasEarlierNotices: true },
      '只列最近 7 封，查看全部',
    ],
    [
      'shows a verification with its three elements and evidence',
      { verifications: factsSaying('甲').verifications },
      '非法性 具备 附件 3、甲 甲',
    ],
    [
      'says what the officers did',
      { verifications: factsSaying('甲').verifications },
      '甲记录走访、进入场所：甲 2026-11-03 09:00 甲：甲 批准：甲 证据：甲 #1',
    ],
    [
      'shows a hand-over, what it reaches, and the receipt',
      { handOvers: [handOverSaying('甲')] },
      '涉及 2,000,000 元，12 人 达到标准：非法吸收公众存款第三条第一款第一项',
    ],
    ['shows the receipt', { handOvers: [handOverSaying('甲')] }, '2026-11-04 回执：立案（甲）：甲'],
    [
      'says that a hand-over waits',
      { handOvers: [{ ...handOverSaying('甲'), receipts: [] }] },
      '等待回执',
    ],
    [
      'lists attachments with digests',
      { life: { ...bareFacts('甲').life, files: factsSaying('甲').life.files } },
      'SM3 甲',
    ],
  ])('%s', (_name, more, words) => {
    expect(draw(more)).toContain(words);
  });

  it.each<[string, Parameters<typeof lineSaying>[1], string]>([
    [
      'who, for whom, what, where to, why',
      { by: '张某', unit: 'jrb', because: '两人上门', news: [] },
      '2026-11-03 09:00 张某（jrb）开始核查 → 核查中：两人上门 #11',
    ],
    [
      'the first alert with its reasons',
      { kind: 'raised', by: null, because: null, toTier: 'orange', toStage: null, news: ['高息'] },
      '系统首次预警为橙色预警：高息 #11',
    ],
    ['that it rose', { kind: 'upgraded', toTier: 'red' }, '升级为红色预警'],
    ['that a person lowered it', { kind: 'lowered', toTier: 'blue' }, '降低为蓝色预警'],
    ['that the model differs', { kind: 'differs' }, '模型判断与人工等级不同，模型为红色预警'],
    ['whom it was given to', { kind: 'assigned', detail: { toUnit: 'scj' } }, '（改派给scj）'],
    ['who works on it', { kind: 'entrusted', detail: { toPerson: '张某' } }, '（由张某经办）'],
    [
      'what it went into',
      { kind: 'merged', detail: { into: '9' } },
      '并入另一件 → 核查中：甲（预警 9）',
    ],
    ['a note, without a move', { kind: 'noted', toStage: 'acknowledged' }, '备注：甲'],
  ])('tells in its log %s', (_name, line, words) => {
    expect(log(line)).toContain(words);
  });

  it('links to units, alerts, notices and packages', () => {
    const drawn = alertPage(
      factsSaying('jrb', { notices: [noticeSaying('jrb', { digestId: '30' })] }),
    );
    for (const to of ['/units/jrb', '/alerts/8', '/alerts/9', '/notices/31', '/notices/30'])
      expect(drawn).toContain(`href="${to}"`);
    expect(drawn).toContain('href="/api/handovers/2/package"');
  });
});

describe('the page of duties', () => {
  const draw = (more: Partial<DutiesFacts> = {}): string =>
    dutiesPage({
      ...{ duties: [dutySaying('甲', { unit: 'jrb' })], most: 300, units: [WORK] },
      ...{ wish: { unit: null, kind: null, late: null }, names: NAMES, now: NOW },
      ...more,
    });

  it('offers each unit that owes something, with how much is late', () => {
    expect(read(draw())).toContain('jrb（4，逾期 1）');
    expect(draw()).toContain('href="/duties?unit=jrb"');
    expect(draw({ units: [{ ...WORK, standing: 0 }] })).not.toContain('/duties?unit=jrb"');
  });

  it('keeps what was asked for when one part of it changes', () => {
    const drawn = draw({ wish: { unit: 'jrb', kind: 'answer', late: 'yes' } });
    expect(drawn).toContain('href="/duties?unit=jrb&amp;kind=task&amp;late=yes"');
    expect(drawn).toContain('href="/duties?unit=jrb&amp;kind=answer"');
    expect(drawn).toContain('<strong>只看逾期</strong>');
  });

  it('says when there are more, and when there are none', () => {
    expect(draw({ most: 1 })).toContain('只列最急的 1 项');
    expect(draw()).not.toContain('只列最急的');
    expect(draw({ duties: [] })).toContain('没有这样的应办事项');
  });

  it('says what the deadline was first', () => {
    expect(read(draw({ duties: [dutySaying('甲', { firstDueAt: EARLY })] }))).toContain(
      '2026-11-05 09:00 原为 2026-11-03 09:00',
    );
  });
});

describe('the pages of units', () => {
  it('list every unit with what lies before it', () => {
    const line = { ...WORK, name: '市委金融办', region: null };
    const drawn = unitsPage([line, { ...line, overdue: 0, unread: 0, region: '431002' }], NAMES);
    expect(read(drawn)).toContain('市委金融办 全市 4 1 1 2');
    expect(read(drawn)).toContain('市委金融办 431002 4 0 1 0');
    expect(drawn).toContain('href="/duties?unit=jrb&amp;late=yes"');
  });

  it('show one unit with its former names, its duties and its inbox', () => {
    const drawn = read(unitPage(unitSaying('金融办')));
    expect(drawn).toContain('又称：金融办');
    expect(drawn).toContain('曾用名：金融办（至 2024-03-31）');
    expect(drawn).toContain('共 4 项，逾期 1 项，暂停计时 1 项');
    expect(drawn).toContain('未读 2 条');
    expect(drawn).toContain('未读 2026-11-03 09:00 金融办 预警 7');
    expect(drawn).toContain('已读 2026-11-04 10:00 金融办');
  });

  it('turn the pages of an inbox, and say when it is empty', () => {
    expect(unitPage(unitSaying('甲'))).toContain('href="/units/jrb?before=41"');
    const empty = unitPage(unitSaying('甲', { inbox: [], duties: [], next: null }));
    expect(empty).toContain('没有消息');
    expect(empty).toContain('没有应办事项');
    expect(empty).not.toContain('更早');
  });

  it('call a message without a subject by its kind', () => {
    const inbox = [inboxSaying('甲', { subject: null, kind: 'escalation' })];
    expect(read(unitPage(unitSaying('甲', { inbox })))).toContain('逾期升级：甲 逾期升级');
  });
});

describe('the pages of notices', () => {
  const ALL = { state: null, alertId: null, unit: null, channel: null, before: null, limit: 1 };
  const draw = (more: Partial<NoticesFacts> = {}): string =>
    noticesPage({
      ...{ question: ALL, notices: [noticeSaying('甲')], unknown: [], names: NAMES },
      ...more,
    });

  it('put those of unknown fate on top with what to do about them', () => {
    const drawn = draw({ unknown: [noticeSaying('乙', { id: '30', state: 'unknown' })] });
    expect(drawn.indexOf('是否送达不明')).toBeLessThan(drawn.indexOf('通知记录'));
    expect(drawn).toContain('notices settle 编号 --received');
    expect(draw()).not.toContain('是否送达不明');
  });

  it('tell in a list why one did not go, and of one that went only when', () => {
    expect(read(draw())).toContain('已发 2026-11-03 09:00 ');
    expect(draw()).not.toContain('class="why"');
    const refused = noticeSaying('地址不存在', { state: 'refused' });
    expect(draw({ notices: [refused] })).toContain('<small class="why">地址不存在</small>');
  });

  it('turn pages and keep what was asked for; what it holds itself needs no escape', () => {
    const question = { ...ALL, state: 'sent', unit: 'jrb', channel: '"><script>' } as const;
    const drawn = draw({ question });
    expect(drawn).toContain(
      'href="/notices?state=sent&amp;unit=jrb&amp;channel=%22%3E%3Cscript%3E&amp;before=31"',
    );
    expect(drawn).toContain('<strong>已发</strong>');
    expect(draw({ question: { ...ALL, limit: 2 } })).not.toContain('更早');
  });

  it.each<[NoticeState, string]>([
    ['gathering', '待汇总 不早于 2026-11-03 09:00'],
    ['pending', '待发 不早于 2026-11-03 09:00'],
    ['leased', '待发'],
    ['sending', '发送中'],
    ['sent', '已发 2026-11-03 09:00'],
    ['refused', '未送达 2026-11-03 09:00 甲'],
    ['unknown', '不明'],
    ['moot', '不必再发 2026-11-03 09:00 甲'],
  ])('say of one that it is %s', (state, words) => {
    expect(read(noticePage(noticeSaying('甲', { state }), NAMES))).toContain(words);
  });

  it.each<[string, Parameters<typeof noticeSaying>[1], string, boolean]>([
    ['what was said, line by line', { body: '一\n二' }, '<pre class="said">一\n二</pre>', true],
    ['that it is not written yet', { body: null, state: 'pending' }, '发送时按当时的情况', true],
    ['that it never was', { body: null, state: 'moot' }, '没有写成，原因见状态', true],
    ['that it is in a digest', { body: null, digestId: '30' }, '内容已并入汇总', true],
    ['the command when it is unknown', { state: 'unknown' }, 'settle 31 --not-received', true],
    ['the command when it was refused', { state: 'refused' }, 'resend 31 --by', true],
    ['no command when all is well', {}, 'npm run', false],
    ['that it is of no alert', { alertId: null }, '不是某一件预警的通知', true],
    ['how often it was tried', { attempt: 3 }, '第 3 次', true],
  ])('tell %s', (_name, more, words, isShown) => {
    expect(noticePage(noticeSaying('甲', more), NAMES).includes(words)).toBe(isShown);
  });
});

describe('the page of silences', () => {
  const NOTHING = { silences: [], floods: [], hushed: [], names: NAMES, now: NOW };

  it('is calm when nothing is held back', () => {
    const drawn = silencesPage(NOTHING);
    for (const words of ['没有设过静默', '没有暂停发送的规则', '没有压着的预警'])
      expect(drawn).toContain(words);
    expect(drawn).not.toContain('flood release');
  });

  it.each<[string, Parameters<typeof silenceSaying>[1], string]>([
    ['in force', {}, '生效中'],
    ['over', { endsAt: NOW }, '已到期'],
    ['to come', { startsAt: LATE, endsAt: new Date('2026-11-06') }, '尚未开始'],
    ['ended early', { endedAt: NOW, endedBy: '王某' }, '提前结束 2026-11-04 10:00 王某'],
    ['of a firm', {}, '甲，甲，规则 甲，蓝色、黄色'],
    ['of a firm without a name', { entityName: null, region: null }, '主体 3，规则 甲'],
    ['of a scheme', { entityId: null, scheme: 'pyramid-selling' }, '传销，甲'],
    ['that holds alerts', { held: 7 }, '7 件'],
  ])('shows a silence %s', (_name, more, words) => {
    const silences = [silenceSaying('甲', more)];
    expect(read(silencesPage({ ...NOTHING, silences }))).toContain(words);
  });

  it('shows a flood with what to do, until somebody decided', () => {
    const open = silencesPage({ ...NOTHING, floods: [floodSaying('甲')] });
    expect(read(open)).toContain('21 件 待决定');
    expect(open).toContain('flood release 编号');
    const decided = { endedAt: NOW, endedBy: '王某', because: '误报', released: false };
    const done = silencesPage({ ...NOTHING, floods: [floodSaying('甲', decided)] });
    expect(read(done)).toContain('不发送 2026-11-04 10:00 王某：误报');
    expect(done).not.toContain('flood release');
  });

  it('names the alerts of which nobody is told', () => {
    const drawn = silencesPage({ ...NOTHING, hushed: [hushedSaying('甲')] });
    expect(drawn).toContain('href="/alerts/7"');
    expect(read(drawn)).toContain('暂停发送 甲');
  });
});

describe('the ledger', () => {
  const asked = { from: '2026-01-01', to: null, unit: null, samples: true };
  const periods = usualPeriods(NOW);
  const draw = (more = {}) =>
    ledgerPage({
      ...{ ledger: ledgerSaying('市委金融办'), asked, periods, names: NAMES },
      ...more,
    });

  it('shows each unit with what it was told and did, and leads to it', () => {
    expect(read(draw())).toContain('市委金融办 5 5 3 1 5 3 1 5 3 5 3 2 1 4 0');
    expect(draw()).toContain('href="/units/jrb"');
    expect(draw()).toContain('期限为本地默认，非法定');
  });

  it('offers other periods, without samples, and all units', () => {
    const drawn = draw({ asked: { ...asked, unit: 'jrb' } });
    expect(drawn).toContain('<strong>今年</strong>');
    expect(drawn).toContain(
      'href="/ledger?from=2026-10-01&amp;to=2026-10-31&amp;unit=jrb&amp;samples=true"',
    );
    expect(drawn).toContain('samples=false');
    expect(read(drawn)).toContain('全部单位');
  });

  it('says when there is nothing to tell', () => {
    const ledger = { ...ledgerSaying('甲'), lines: [] };
    expect(draw({ ledger })).toContain('期间内没有应办事项');
  });

  it.each([
    [
      '2026-11-04',
      ['2026-01-01', '2026-10-01', '2026-11-01', '2026-10-01', '2025-01-01'],
      '2026-10-31',
    ],
    [
      '2026-01-31',
      ['2026-01-01', '2026-01-01', '2026-01-01', '2025-12-01', '2025-01-01'],
      '2025-12-31',
    ],
    [
      '2024-03-31',
      ['2024-01-01', '2024-01-01', '2024-03-01', '2024-02-01', '2023-01-01'],
      '2024-02-29',
    ],
  ])('on %s knows the usual periods', (day, from, lastMonthTo) => {
    // One in the morning in China is still the day before in Greenwich.
    const usual = usualPeriods(new Date(`${day}T01:00:00+08:00`));
    expect(usual.map((one) => one.from)).toEqual(from);
    expect(usual[0].to).toBe(day);
    expect(usual[3]?.to).toBe(lastMonthTo);
  });
});

describe('the joint meeting', () => {
  it('is listed with what became of its tasks', () => {
    const line = { ...meetingSaying('联席会议'), items: 4, tasks: 3, tasksDone: 1 };
    const drawn = meetingsPage([line]);
    expect(read(drawn)).toContain('2026-11-06 联席会议样例 联席会议 4 个 3 项 1 项');
    expect(drawn).toContain('href="/meetings/3"');
    expect(meetingsPage([])).toContain('还没有准备过会议');
  });

  it('shows agenda, decisions and tasks', () => {
    const drawn = read(meetingPage(meetingSaying('甲'), NAMES, NOW));
    expect(drawn).toContain('1 红色预警 甲 甲 甲');
    expect(drawn).toContain('议题 1：甲');
    expect(drawn).toContain('甲 甲 2026-11-03 已逾期');
    expect(drawn).toContain('甲 甲 2026-11-05 办理中');
    expect(drawn).toContain('逾期完成 2026-11-05 09:00 甲：甲');
  });

  it('says when nothing was decided', () => {
    const meeting = { ...meetingSaying('甲'), agenda: [], decisions: [], sample: false };
    const drawn = meetingPage(meeting, NAMES, NOW);
    expect(drawn).toContain('没有议题');
    expect(drawn).toContain('还没有记录决定');
    expect(drawn).not.toContain('样例');
  });
});
