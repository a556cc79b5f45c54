import { describe, expect, it } from '@jest/globals';
import { Invalid } from '@risk/kit';
import { at } from '../testing/a-dossier.js';
import { aMove, anAlertLine } from '../testing/fixed-source.js';
import { cityPolicy, issuesOf, releaseBed } from '../testing/release-bed.js';

const FIRST = [
  'daily 2026-11-25 city',
  'weekly 2026-W47 city',
  'monthly 2026-10 city',
  'quarterly 2026-Q3 city',
];
const OTHERS = ['daily 2026-11-26 region:431002', 'daily 2026-11-26 unit:gaj'];
const city = (start?: string) =>
  releaseBed({}, { policy: cityPolicy(), ...(start ? { start } : {}) });

describe('the first issues', () => {
  it('of the city come at once', async () => {
    const bed = releaseBed();
    expect(issuesOf(await bed.due())).toEqual(FIRST);
  });

  it('of regions and units come with their next slot, not with one that was before', async () => {
    const bed = releaseBed();
    await bed.due();
    bed.clock.advance(60_000);
    expect(await bed.due()).toEqual([]);
    bed.clock.goTo('2026-11-26T08:30:10+08:00');
    expect(issuesOf(await bed.due())).toEqual(['daily 2026-11-26 city', ...OTHERS]);
  });

  it('are none before anything was received', async () => {
    const bed = releaseBed({ begunAt: null });
    expect(await bed.due()).toEqual([]);
    expect(bed.store.all).toEqual([]);
  });

  it('do not tell of a time before the first record', async () => {
    const bed = releaseBed({ begunAt: at('2026-11-24T20:00') });
    expect(issuesOf(await bed.due())).toEqual(['daily 2026-11-25 city']);
  });

  it('of what is real come beside those of samples', async () => {
    const bed = city();
    bed.source.answers = { hasReal: false };
    const samples = await bed.due();
    expect(samples.map((one) => one.samples)).toEqual([true, true, true, true]);
    bed.source.answers = { hasReal: true };
    expect(issuesOf(await bed.due())).toEqual(FIRST);
    expect(bed.store.all.filter((one) => one.samples)).toHaveLength(4);
  });
});

describe('each issue comes once', () => {
  it('however often a clock looks', async () => {
    const bed = releaseBed();
    await bed.due();
    bed.clock.advance(59 * 60_000);
    expect(await bed.due()).toEqual([]);
    expect(bed.post.sent.map(({ bulletin }) => bulletin.kind)).toEqual(['daily', 'weekly']);
  });

  it('although two clocks look at the same time', async () => {
    const bed = releaseBed();
    await bed.due();
    bed.clock.goTo('2026-11-30T12:00:00+08:00');
    const [one, other] = await Promise.all([bed.due(), bed.due()]);
    const made = issuesOf([...one, ...other]);
    expect(new Set(made).size).toBe(made.length);
    expect(new Set(issuesOf(bed.store.all)).size).toBe(bed.store.all.length);
    expect(bed.post.sent).toHaveLength(bed.store.all.filter((b) => b.state === 'issued').length);
    const city = bed.store.all.filter((b) => b.kind === 'daily' && b.scope === 'city');
    expect(city.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('with the next number of its own series', async () => {
    const bed = releaseBed();
    await bed.due();
    bed.clock.goTo('2026-11-26T08:31:00+08:00');
    await bed.due();
    expect(bed.store.all.map(({ scope, kind, number }) => [kind, scope, number])).toEqual([
      ['daily', 'city', 1],
      ['weekly', 'city', 1],
      ['monthly', 'city', null],
      ['quarterly', 'city', null],
      ['daily', 'city', 2],
      ['daily', 'region:431002', 1],
      ['daily', 'unit:gaj', 1],
    ]);
  });

  it('with the first number of a new year', async () => {
    const bed = city('2026-12-31T08:30:00+08:00');
    await bed.due();
    bed.clock.goTo('2027-01-04T08:30:00+08:00');
    const [daily] = await bed.due();
    const kept = await bed.find(daily!.id);
    expect([kept.slot, kept.year, kept.number]).toEqual(['2027-01-04', 2027, 1]);
  });
});

describe('after a downtime', () => {
  it('five days are made up for, the oldest first, each once', async () => {
    const bed = city('2026-11-20T08:30:00+08:00');
    await bed.due();
    bed.clock.goTo('2026-11-26T12:00:00+08:00');
    expect(issuesOf(await bed.due())).toEqual([
      ...['23', '24', '25', '26'].map((day) => `daily 2026-11-${day} city`),
      'weekly 2026-W47 city',
    ]);
    expect(await bed.due()).toEqual([]);
  });

  it('no more are made up for than the policy says, and these are the latest', async () => {
    const bed = city('2026-11-13T08:30:00+08:00');
    await bed.due();
    bed.clock.goTo('2026-11-26T12:00:00+08:00');
    const days = issuesOf(await bed.due()).filter((one) => one.startsWith('daily'));
    expect(days).toEqual(['23', '24', '25', '26'].map((day) => `daily 2026-11-${day} city`));
    expect(await bed.due()).toEqual([]);
  });

  it('what comes late says so, what comes in time does not', async () => {
    const bed = city('2026-11-20T08:30:00+08:00');
    await bed.due();
    bed.clock.goTo('2026-11-26T12:00:00+08:00');
    await bed.due();
    const late = bed.post.sent.filter(({ subject }) => subject.includes('【补发】'));
    expect(issuesOf(late.map(({ bulletin }) => bulletin))).toEqual(
      ['23', '24', '25'].map((day) => `daily 2026-11-${day} city`),
    );
  });

  it('each tells of its own span', async () => {
    const bed = city('2026-11-20T08:30:00+08:00');
    await bed.due();
    bed.clock.goTo('2026-11-24T12:00:00+08:00');
    const [monday, tuesday] = await bed.due();
    expect(monday?.span).toEqual({ since: at('2026-11-20T08:30'), until: at('2026-11-23T08:30') });
    expect(tuesday?.span.since).toEqual(monday?.span.until);
  });
});

describe('straight and signed', () => {
  it('straight ones go out at once, signed ones wait as drafts', async () => {
    const bed = city();
    const made = await bed.due();
    expect(made.map(({ kind, state }) => [kind, state])).toEqual([
      ['daily', 'issued'],
      ['weekly', 'issued'],
      ['monthly', 'draft'],
      ['quarterly', 'draft'],
    ]);
    expect(bed.post.sent.map(({ bulletin, groups }) => [bulletin.kind, groups])).toEqual([
      ['daily', ['office', 'convener']],
      ['weekly', ['office', 'convener']],
    ]);
    expect(bed.warning.told).toEqual([null]);
  });

  it('what goes out says by whom it was made and to how many it went', async () => {
    const bed = city();
    const [daily, , monthly] = await bed.due();
    const { steps, files, number } = await bed.find(daily!.id);
    expect(steps.map(({ kind, by, because }) => [kind, by, because])).toEqual([
      ['composed', '平台', '到期自动编制日报 2026年11月25日'],
      ['issued', '平台', '送 2 份'],
    ]);
    expect([files.map(({ name }) => name), number]).toEqual([['简报.json'], 1]);
    expect(bed.post.sent[0]?.body).toContain('第1期');
    expect((await bed.find(monthly!.id)).files).toHaveLength(1);
  });

  it('the paper of a draft is marked as one, the other is not', async () => {
    const bed = city();
    const [daily, , monthly] = await bed.due();
    const paperOf = async (id: string) =>
      JSON.parse(Buffer.from((await bed.store.file(id, '简报.json'))!.bytes).toString()) as unknown;
    expect(await paperOf(daily!.id)).toMatchObject({
      isDraft: false,
      masthead: { issue: '第1期' },
    });
    expect(await paperOf(monthly!.id)).toMatchObject({ isDraft: true, masthead: { issue: null } });
  });
});

describe('what is broken', () => {
  async function broken() {
    const bed = releaseBed({ moves: [aMove()] }, { policy: cityPolicy() });
    bed.source.failing = new Invalid('数据库正在维护');
    await bed.due();
    return bed;
  }

  it('stays a draft, is sent to nobody, and the operator hears of it', async () => {
    const bed = await broken();
    expect(bed.store.all.map(({ state }) => state)).toEqual(Array(4).fill('draft'));
    expect(bed.post.sent).toEqual([]);
    expect(bed.warning.told.at(-1)).toMatch(
      /^有简报不完整，没有发出：日报“2026年11月25日非法金融风险监测情况”（新增预警：数据库正在维护，等级变动：/,
    );
  });

  it('goes out by itself when it is whole, and the warning is taken back', async () => {
    const bed = await broken();
    bed.source.failing = null;
    bed.clock.advance(60_000);
    await bed.due();
    expect(bed.post.sent.map(({ bulletin }) => bulletin.kind)).toEqual(['daily', 'weekly']);
    expect(bed.warning.told.at(-1)).toBeNull();
    const { steps, broken: left } = await bed.find(bed.store.all[0]!.id);
    expect(steps.map(({ kind }) => kind)).toEqual(['composed', 'recomposed', 'issued']);
    expect(left).toEqual([]);
  });

  it('does not go out by itself where two people have to look', async () => {
    const bed = await broken();
    bed.source.failing = null;
    await bed.due();
    const [, , monthly] = bed.store.all;
    expect([monthly?.state, monthly?.broken]).toEqual(['draft', []]);
  });

  it('is noted once, not each minute, while nothing changes', async () => {
    const bed = await broken();
    for (let minute = 0; minute < 5; minute += 1) await bed.due();
    expect((await bed.find(bed.store.all[0]!.id)).steps).toHaveLength(1);
    bed.source.failing = new Invalid('磁盘已满');
    await bed.due();
    const { steps, broken: now } = await bed.find(bed.store.all[0]!.id);
    expect(steps.map(({ kind }) => kind)).toEqual(['composed', 'recomposed']);
    expect(now[0]?.why).toBe('磁盘已满');
  });

  it('is what nobody can get', async () => {
    const bed = city();
    bed.post.unreachable.add('office').add('convener');
    await bed.due();
    expect(bed.store.all[0]).toMatchObject({
      state: 'draft',
      broken: [{ section: '分送', why: expect.stringContaining('没有可以送达的收件人') }],
    });
    bed.post.unreachable.clear();
    await bed.due();
    expect(bed.store.all[0]).toMatchObject({ state: 'issued', broken: [] });
  });

  it('is what the gate refuses: nothing of it is printed or sent', async () => {
    const bed = releaseBed(
      { raised: [anAlertLine({ entityName: '张大妈的店' })] },
      { policy: cityPolicy() },
    );
    bed.gate.forbidden = '张大妈';
    await bed.due();
    expect(bed.post.sent).toEqual([]);
    expect(bed.gate.asked[0]).toEqual(['7']);
    for (const { id, broken: left, state } of bed.store.all) {
      expect([state, left]).toEqual([
        'draft',
        [{ section: '举报人保护检查', why: '正文含有举报人信息' }],
      ]);
      const { files } = await bed.find(id);
      expect(files.map(({ name }) => name)).toEqual(['简报.json']);
      const file = await bed.store.file(id, '简报.json');
      expect(Buffer.from(file!.bytes).toString()).not.toContain('张大妈');
    }
  });

  it('does not keep the others from being tried again', async () => {
    const bed = await broken();
    bed.source.failing = null;
    const find = bed.store.find.bind(bed.store);
    const [first] = bed.store.all;
    bed.store.find = (id) => (id === first?.id ? Promise.reject(new Error('gone')) : find(id));
    await bed.due();
    expect(bed.log.lines).toContainEqual({
      level: 'error',
      sentence: 'a broken bulletin cannot be composed again',
      facts: { bulletin: first?.id, error: 'Error: gone' },
    });
    expect(bed.store.all.map(({ state }) => state)).toEqual(['draft', 'issued', 'draft', 'draft']);
  });
});

describe('a press that fails', () => {
  it('leaves nothing behind, and all of it comes once the press works', async () => {
    const bed = city();
    bed.press.failing = new Error('no font');
    expect(await bed.due()).toEqual([]);
    expect(bed.warning.told.at(-1)).toContain('有简报编不出来');
    expect([bed.store.all, bed.post.sent]).toEqual([[], []]);
    bed.press.failing = null;
    expect(issuesOf(await bed.due())).toEqual(FIRST);
  });
});
