import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Dossier } from '@risk/bulletins';
import type { RiskIndex } from '@risk/domain';
import {
  daysAgo,
  feedRecord,
  NOW,
  signal,
  sumIndex,
} from '../../../assessment/src/testing/judged.js';
import { Story } from '../../../assessment/src/testing/knowledge-bed.js';
import { decisionOn, outcomeOn } from '../../../cases/src/testing/case-store.contract.js';
import {
  handOverOn,
  verificationOn,
  visit,
} from '../../../cases/src/testing/desk-stores.contract.js';
import { ComposeBulletin } from '../../../bulletins/src/compose/compose-bulletin.js';
import type { Readings } from '../../../bulletins/src/sections/section.js';
import { anAsk, FewLaws, linesOf, PlainWords } from '../../../bulletins/src/testing/a-dossier.js';
import { SilentLog } from '@risk/kit';
import { PgCases } from '../pg-cases.js';
import { PgHandOvers } from '../pg-hand-overs.js';
import { PgVerifications } from '../pg-verifications.js';
import { emptyPgBed } from '../testing/pg-bed.js';
import { PgCity } from '../testing/pg-city.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgDossier } from './pg-dossier.js';
import { PgSubjects } from './pg-subjects.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let story: Story;
let city: PgCity;
beforeAll(async () => {
  db = await storeDatabase();
});
beforeEach(async () => {
  story = new Story(await emptyPgBed(db.database));
  city = new PgCity(db.database);
  city.clock.goTo(NOW.toISOString());
});
afterAll(() => db.drop());

const hours = (n: number): Date => new Date(NOW.getTime() + n * 3_600_000);
const AS_OF = hours(1);
const LATER = hours(2);

const read = (entityId: string, asOf = AS_OF, samples = false): Promise<Dossier | null> =>
  new PgDossier(db.database).of(entityId, asOf, samples);
const whole = async (entityId: string, asOf = AS_OF): Promise<Dossier> => {
  const dossier = await read(entityId, asOf);
  if (!dossier) throw new Error(`nothing is known of ${entityId}`);
  return dossier;
};

/** What must never be read again: as a reporter and a complaint say it. */
const CANARIES = ['举报人王小明', '13900001111', '我妈妈的养老钱', '反映原话'];
const complained = {
  reporterKey: 'person-1',
  payload: {
    title: '举报人王小明反映原话',
    text: '我妈妈的养老钱交给了他们，电话13900001111',
    amount: 120_000,
    reporter: { name: '举报人王小明', phone: '13900001111' },
  },
};
const accusation = signal('CP-WITHDRAW', {
  engine: 'rules',
  dimension: 'complaint',
  because: '反映原话：我妈妈的养老钱取不出来',
  evidence: { field: 'text', start: 0, end: 6, quote: '我妈妈的养老钱' },
});
const boast = signal('AD-GUARANTEE', {
  weight: 60,
  because: '广告承诺保本',
  evidence: { field: 'text', start: 0, end: 4, quote: '保本保息' },
});

const REGISTERED = {
  event: 'establish',
  name: '郴州甲投资有限公司',
  uscc: '91430000000000001X',
  legalRepresentative: '张三',
  shareholders: [{ name: '李四', share: 60 }],
  registeredCapital: 5_000_000,
  establishedOn: '2024-03-01',
  address: '北湖区解放路1号',
  regionCode: '431002',
  phones: ['0735-2223333'],
};

const SECTIONS = 'basics signals timeline relations elements laws suggestion unknowns'.split(' ');

const saveIndex = (entityId: string, index: RiskIndex, at: Date) =>
  story.bed.work.run((tx) =>
    story.bed.verdicts.saveIndices(
      tx,
      [{ entityId, index, relations: null, causeId: null }] as never,
      at,
    ),
  );

const judged = async (entityId: string): Promise<RiskIndex> => {
  const state = await story.state(entityId);
  const quoted = sumIndex(state);
  return { ...quoted, reasons: quoted.reasons.map((r) => ({ ...r, quote: '我妈妈的养老钱' })) };
};

/** A firm that advertises, is registered and complained of, with an index. */
async function aFirm(): Promise<string> {
  const id = await story.found('uscc:91430000000000001X', 'name:甲投资', 'phone:0735');
  await story.tell(
    feedRecord('registration', 'r1', { occurredAt: daysAgo(400), payload: REGISTERED }),
    { about: [id], role: 'subject', signals: [] },
  );
  await story.describe(id, { name: REGISTERED.name, ties: { representative: ['张三@4310'] } });
  await story.tell(
    feedRecord('advertisement', 'a1', { occurredAt: daysAgo(30), payload: { text: '保本保息' } }),
    { about: [id], role: 'advertiser', signals: [boast], annualYield: 18 },
  );
  await story.complaint(id, 'c1', complained, { signals: [accusation] });
  await saveIndex(id, await judged(id), NOW);
  return id;
}

/** What Story tells was judged at NOW; what came after it is judged later. */
async function later(happen: () => Promise<unknown>): Promise<void> {
  const [row] = await db.database.rows<{ id: string }>(
    'select coalesce(max(id), 0) as id from record',
  );
  await happen();
  await db.database.rows('update assessment set assessed_at = $2 where record_id > $1', [
    row!.id,
    LATER,
  ]);
}

describe('the dossier of a firm', () => {
  it('tells what the register, the records and the index say', async () => {
    const dossier = await whole(await aFirm());
    expect(dossier).toMatchObject({
      name: '郴州甲投资有限公司',
      uscc: '91430000000000001X',
      registered: { legalRepresentative: '张三', shareholders: [{ name: '李四', share: 60 }] },
      index: { at: NOW, score: 100, scheme: 'illegal-fundraising' },
      person: null,
      records: { registration: 1, complaint: 1, advertisement: 1 },
      complaints: { complaints: 1, complainants: 1, amount: 120_000 },
      firstAdvertisedAt: daysAgo(30),
      highestYield: 18,
      moreSignals: 0,
    });
    expect(dossier.history).toEqual([{ day: '2026-11-02', score: 100 }]);
  });

  it('quotes public records with their source, and complaints neither in words nor in time', async () => {
    const { signals, index } = await whole(await aFirm());
    expect(signals).toMatchObject([
      {
        code: 'AD-GUARANTEE',
        quote: '保本保息',
        source: 'advertisement-desk',
        occurredAt: daysAgo(30),
      },
      {
        code: 'CP-WITHDRAW',
        quote: null,
        because: null,
        source: null,
        occurredAt: null,
        records: 1,
      },
    ]);
    expect(index?.reasons.map(({ code, because }) => [code, because])).toEqual([
      ['AD-GUARANTEE', '广告承诺保本'],
      ['CP-WITHDRAW', null],
    ]);
  });

  it('a code that a complaint bears out as well is told without words', async () => {
    const id = await aFirm();
    await story.complaint(id, 'c2', {}, { signals: [{ ...boast, because: '反映原话' }] });
    await saveIndex(id, await judged(id), NOW);
    const { index, signals } = await whole(id);
    expect(index?.reasons.map(({ because }) => because)).toEqual([null, null]);
    expect(signals.map(({ code, feed }) => `${code} ${feed}`)).toEqual([
      'AD-GUARANTEE advertisement',
      'AD-GUARANTEE complaint',
      'CP-WITHDRAW complaint',
    ]);
  });

  it('holds nothing of a reporter and no word of a complaint', async () => {
    const id = await aFirm();
    await city.raise(id, 'red', ['CP-WITHDRAW']);
    const told = JSON.stringify(await whole(id));
    expect(CANARIES.filter((word) => told.includes(word))).toEqual([]);
    expect(told).not.toContain('person-1');
  });

  it('makes a whole report, in which nothing of a reporter stands either', async () => {
    const id = await aFirm();
    await city.raise(id, 'red', ['CP-WITHDRAW']);
    const readings = { dossiers: new PgDossier(db.database), laws: new FewLaws() };
    const use = new ComposeBulletin(
      readings as unknown as Readings,
      new PlainWords(),
      new SilentLog(),
    );
    const scope = { kind: 'entity', code: id } as const;
    const ask = anAsk({ scope, span: { since: new Date(0), until: AS_OF } });
    const report = await use.run(ask, SECTIONS);
    expect(report.broken).toEqual([]);
    const told = JSON.stringify(report);
    expect(CANARIES.filter((word) => told.includes(word))).toEqual([]);
    expect(linesOf({ blocks: report.body })).toContain(
      '1 | 广告承诺保本 | 来源advertisement-desk | 2026-10-03 | “保本保息” | 60%',
    );
  });

  it('of whom nothing but a name is known is nearly empty', async () => {
    const id = await story.found('name:乙');
    expect(await whole(id)).toMatchObject({
      name: '乙',
      registered: null,
      index: null,
      signals: [],
      alerts: [],
      relations: { knots: [{ entityId: id, degree: 0 }], cords: [], leftOut: 0 },
    });
  });

  it.each<[string, (id: string) => Promise<Dossier | null>]>([
    ['an id that is none', () => read('x')],
    ['nobody', () => read('999')],
    ['a moment before it was known', (id) => read(id, NOW)],
    ['samples where it is real', (id) => read(id, AS_OF, true)],
  ])('is null for %s', async (_, ask) => {
    expect(await ask(await story.found('name:乙'))).toBeNull();
  });
});

describe('the dossier as of a moment', () => {
  /** Everything that can change happens after it. */
  async function muchMore(id: string): Promise<void> {
    const { work, entities } = story.bed;
    const other = await story.foundAs(['name:丙', 'phone:0735'], {}, LATER);
    await later(async () => {
      const changed = { ...REGISTERED, event: 'change', name: '郴州新名投资有限公司' };
      await story.tell(feedRecord('registration', 'r2', { payload: changed }), {
        about: [id],
        role: 'subject',
        signals: [signal('RG-NEW')],
      });
      await story.tell(
        feedRecord('advertisement', 'a1', { occurredAt: NOW, operation: 'withdraw' }),
        { about: [id], role: 'advertiser', signals: [] },
      );
      await story.complaint(id, 'c9', { reporterKey: 'person-2' });
      await story.complaint(other, 'c10');
    });
    await story.describe(
      id,
      { name: '郴州新名投资有限公司', ties: { representative: ['王五@4310'] } },
      LATER,
    );
    await work.run((tx) =>
      entities.merge(tx, [{ memberId: other, intoId: id, because: '名称相同' }], LATER),
    );
    await saveIndex(id, { ...(await judged(id)), score: 12, tier: 'none' }, LATER);
    await work.run((tx) =>
      new PgCases().keepDecision(tx, decisionOn(id, { to: 'blue', at: LATER })),
    );
    await work.run((tx) => new PgCases().keepOutcome(tx, outcomeOn(id, { at: LATER })));
    city.clock.goTo(LATER.toISOString());
    await city.step('acknowledged');
    await work.run((tx) =>
      new PgHandOvers().keep(tx, {
        ...handOverOn('1'),
        facts: { ...handOverOn('1').facts, at: LATER },
      }),
    );
    await db.database.rows('update alert set tier = $1, stage = $2', ['blue', 'verifying']);
  }

  it('is the same whatever happened since', async () => {
    const id = await aFirm();
    const peer = await story.found('name:丁');
    await story.describe(peer, { ties: { representative: ['张三@4310'] } });
    await city.raise(id, 'red');
    const before = await whole(id);
    await muchMore(id);
    expect(await whole(id)).toEqual(before);
    const now = await whole(id, hours(3));
    expect(now).toMatchObject({
      name: '郴州新名投资有限公司',
      registered: { formerNames: ['郴州甲投资有限公司'] },
      index: { score: 12 },
      person: { tier: 'blue' },
      alerts: [{ tier: 'red', stage: 'acknowledged' }],
    });
    expect(now.records).toEqual({ registration: 2, complaint: 3, advertisement: 0 });
    expect([now.handOvers.length, now.outcomes.length]).toEqual([1, 1]);
  });

  it('is of the entity that it was part of then', async () => {
    const [draft, firm] = [await story.found('name:草'), await aFirm()];
    const { work, entities } = story.bed;
    await work.run((tx) =>
      entities.merge(tx, [{ memberId: draft, intoId: firm, because: '名称相同' }], LATER),
    );
    expect((await whole(draft)).entityId).toBe(draft);
    expect((await whole(draft, hours(3))).entityId).toBe(firm);
  });
});

describe('what was done about it', () => {
  it('is told with stages, duties, verifications and hand-overs', async () => {
    const id = await aFirm();
    const { work } = story.bed;
    await city.raise(id, 'red');
    await city.step('acknowledged');
    await city.step('verifying');
    const verifications = new PgVerifications();
    await work.run(async (tx) => {
      const { id: opened } = await verifications.open(tx, verificationOn('1'));
      await verifications.append(tx, opened, visit);
    });
    await work.run((tx) => new PgHandOvers().keep(tx, handOverOn('1')));
    const dossier = await whole(id);
    expect(dossier.alerts).toMatchObject([
      { alertId: '1', tier: 'red', stage: 'verifying', lead: 'office' },
    ]);
    expect(dossier.changes.map(({ kind, unit }) => [kind, unit])).toEqual([
      ['raised', null],
      ['acknowledged', 'office'],
      ['verifying', 'office'],
    ]);
    expect(dossier.duties.map(({ unit, kind, doneAt }) => [unit, kind, doneAt !== null])).toEqual([
      ['office', 'acknowledge', true],
      ['office', 'answer', false],
      ['county', 'acknowledge', false],
      ['county', 'answer', false],
    ]);
    expect(dossier.verifications).toMatchObject([{ unit: 'jrb', entries: 1, verdict: null }]);
    expect(dossier.handOvers).toMatchObject([{ from: 'jrb', to: 'gaj', receipts: [] }]);
  });
});

describe('who it is related to', () => {
  const cordsOf = async (id: string): Promise<string[]> => {
    const { knots, cords } = (await whole(id)).relations;
    const nameOf = (one: string) => knots.find(({ entityId }) => entityId === one)?.name ?? '?';
    return cords.map(
      ({ from, to, kind, value }) => `${nameOf(from)}-${kind}:${String(value)}-${nameOf(to)}`,
    );
  };

  it('is found in two steps, by phone, person, address and parent', async () => {
    const [a, b, c, far] = [
      await story.found('name:甲', 'phone:1'),
      await story.found('name:乙', 'phone:1'),
      await story.found('name:丙'),
      await story.found('name:丁'),
    ];
    await story.found('name:无关');
    await story.describe(a, { name: '甲', ties: { address: ['一号@4310'] } });
    await story.describe(c, { name: '丙', ties: { parent: ['甲'], shareholder: ['李四@4310'] } });
    await story.describe(far, { name: '丁', ties: { shareholder: ['李四@4310'] } });
    const { relations } = await whole(a);
    expect(relations.knots.map(({ entityId, degree }) => [entityId, degree])).toEqual([
      [a, 0],
      [b, 1],
      [c, 1],
      [far, 2],
    ]);
    expect(await cordsOf(a)).toEqual([
      '甲-phone:null-乙',
      '丙-parent:null-甲',
      '丙-shareholder:李四-丁',
    ]);
  });

  it('names twenty-four at most, the gravest first, and counts the rest', async () => {
    const centre = await story.found('name:甲', 'phone:1');
    for (let n = 0; n < 26; n++) await story.found(`name:乙${n}`, 'phone:1');
    const grave = await story.found('name:红', 'phone:1');
    await saveIndex(grave, { ...sumIndex({ signals: [] }), tier: 'red' }, NOW);
    const { knots, leftOut } = (await whole(centre)).relations;
    expect([knots.length, knots[1]?.name, leftOut]).toEqual([24, '红', 4]);
  });

  it('is nobody by a key that very many bear, and no sample', async () => {
    const centre = await story.found('name:甲', 'phone:1', 'phone:2');
    await story.foundAs(['name:样', 'phone:2'], { sample: true });
    for (let n = 0; n < 30; n++) await story.found(`name:乙${n}`, 'phone:1');
    expect((await whole(centre)).relations.knots).toHaveLength(1);
  });
});

describe('the subject of a special report', () => {
  it('is the whole entity, whichever part was asked for', async () => {
    const subjects = new PgSubjects(db.database);
    const [draft, firm] = [await story.found('name:草'), await story.found('uscc:1', 'name:甲')];
    await story.merge(draft, firm);
    expect(await subjects.of(draft)).toEqual({ entityId: firm, name: '甲', samples: false });
    expect([await subjects.of('999'), await subjects.of('city')]).toEqual([null, null]);
  });
});
