import { HeedPerson } from '@risk/alerting';
import type { Feed, Outcome, Tier } from '@risk/domain';
import { hours } from '@risk/kit';
import { noticeAddressee, noticeDraft } from '../../../alerting/src/testing/notices.js';
import { index, reason, verdict } from '../../../alerting/src/testing/verdicts.js';
import { assessment, signal } from '../../../assessment/src/testing/judged.js';
import { Story } from '../../../assessment/src/testing/knowledge-bed.js';
import { decisionOn, outcomeOn } from '../../../cases/src/testing/case-store.contract.js';
import { factsOn, handOverOn } from '../../../cases/src/testing/desk-stores.contract.js';
import type { Database } from '../database.js';
import { keepNotices } from '../keep-notices.js';
import { PgCases } from '../pg-cases.js';
import { PgHandOvers } from '../pg-hand-overs.js';
import { clientOf } from '../pg-unit-of-work.js';
import { emptyPgBed } from './pg-bed.js';
import { PgCity } from './pg-city.js';
import { emptyTables } from './empty-tables.js';

/** What a spec says of one record. */
export interface Saying {
  readonly feed?: Feed;
  readonly source?: string;
  readonly id?: string;
  readonly about?: readonly string[];
  readonly role?: string;
  readonly codes?: readonly string[];
  readonly percent?: number;
  readonly region?: string | null;
  readonly reporter?: string | null;
  readonly hoursOld?: number;
  readonly operation?: 'upsert' | 'withdraw';
  readonly sample?: boolean;
}

const RECORD = `
  with old as (
    update record set current = false where source = $2 and source_id = $3 returning id
  ), gone as (delete from signal where record_id in (select id from old))
  insert into record (feed, source, source_id, fingerprint, occurred_at, received_at, day, operation, door, origin,
    region_code, changes, related, payload, reporter_key, secret, sample, current)
  values ($1, $2, $3, gen_random_uuid(), $4, $5, ($5 at time zone 'Asia/Shanghai')::date, $6, 'api', '{}',
    $7, 0, '{}', '{}', $8, false, $9, false) returning id
`;

const LETTER = `
  insert into dead_letter (digest, feed, source, door, origin, reason, original, received_at, day, sample)
  values (gen_random_uuid(), 'complaint', $1, 'api', '{}', 'x', '', $2, '2000-01-01', $3)
`;

/** A city over PostgreSQL in which a spec can let everything happen that bulletins tell of, at its clock. */
export class PgTown extends PgCity {
  private readonly cases = new PgCases();
  private readonly given = new PgHandOvers();
  private records = 0;

  private constructor(
    database: Database,
    readonly story: Story,
  ) {
    super(database);
  }

  static async empty(database: Database): Promise<PgTown> {
    const bed = await emptyPgBed(database);
    await emptyTables(database, 'dead_letter');
    return new PgTown(database, new Story(bed));
  }

  get now(): Date {
    return this.clock.now();
  }

  wait(n: number): void {
    this.clock.advance(hours(n));
  }

  found(name: string, more: { regionCode?: string | null; sample?: boolean } = {}) {
    return this.story.foundAs([`name:${name}`], more, this.now);
  }

  /** A record comes in and is assessed at once. */
  async hear(saying: Saying): Promise<string> {
    const { about = [], codes = [], percent = null, operation } = saying;
    const id = await this.keep(saying);
    const signals = codes.map((code) => signal(code));
    const said = JSON.stringify(assessment(signals, { annualYieldPercent: percent }));
    const values = [id, percent, said, this.now];
    await this.rows("insert into assessment values ($1, 10, 'none', $2, $3, $4)", values);
    for (const entity of operation === 'withdraw' ? [] : about) await this.link(id, entity, saying);
    return id;
  }

  private async keep(saying: Saying): Promise<string> {
    const { feed, source, id, hoursOld, operation, region, reporter, sample } = {
      ...{ feed: 'complaint', source: `${saying.feed ?? 'complaint'}-desk`, hoursOld: 1 },
      ...{ id: `r${(this.records += 1)}`, operation: 'upsert', region: '431002', reporter: null },
      ...{ sample: false, ...saying },
    };
    const occurred = new Date(this.now.getTime() - hours(hoursOld));
    const told = [feed, source, id, occurred, this.now, operation, region, reporter, sample];
    const [row] = await this.rows<{ id: string }>(RECORD, told);
    return row!.id;
  }

  private async link(
    record: string,
    entity: string,
    { role = 'target', codes = [], sample }: Saying,
  ) {
    await this.rows(`insert into entity_link values ($1, $2, $3, 1, '写明', '{}')`, [
      record,
      entity,
      role,
    ]);
    for (const code of codes)
      await this.rows(
        `insert into signal values ($1, $2, 'keywords', $3, 'inducement', 40, 1, $3, null, '{}', '{}', null, 90, $4)`,
        [entity, record, code, this.now],
      );
    if (sample !== true)
      await this.rows('update entity set sample = false where id = $1', [entity]);
  }

  spoil(source: string | null, sample = false) {
    return this.rows(LETTER, [source, this.now, sample]);
  }

  /** The model computes an index. */
  score(entity: string, tier: Tier, score: number, codes: readonly string[] = ['a']) {
    const kept = {
      ...index(
        tier,
        codes.map((code) => reason(code)),
      ),
      score,
    };
    return this.rows(
      'insert into entity_index (entity_id, at, score, tier, index) values ($1, $2, $3, $4, $5)',
      [entity, this.now, score, tier, JSON.stringify(kept)],
    );
  }

  /** The model computes an index and raises an alert, or moves it; answers the latest alert. */
  async alert(
    entity: string,
    tier: Tier,
    more: { regionCode?: string | null; feeds?: readonly Feed[]; sample?: boolean } = {},
  ) {
    const told = { ...verdict(entity, tier, [reason('a')]), name: await this.nameOf(entity) };
    await this.score(entity, tier, told.index.score);
    await this.raiseAll([{ ...told, ...more }]);
    const [row] = await this.rows<{ id: string }>('select max(id)::text as id from alert');
    return row!.id;
  }

  private async nameOf(entity: string): Promise<string> {
    const [row] = await this.rows<{ name: string }>('select name from entity where id = $1', [
      entity,
    ]);
    return row!.name;
  }

  /** One more unit is told of an alert. */
  tellUnit(alertId: string, unit: string, role: 'lead' | 'assist' | 'copy' = 'copy') {
    const to = noticeAddressee({ unit, role });
    const draft = noticeDraft({ alertId, kind: 'alert', said: null, to, step: `told:${unit}` });
    return this.work.run((tx) => keepNotices(clientOf(tx), [draft], this.now));
  }

  /** A unit owes something of an alert, or of none. */
  owe(unit: string, alertId: string | null, kind = 'task', hoursLeft = 2) {
    const due = new Date(this.now.getTime() + hours(hoursLeft));
    return this.rows(
      `insert into duty (alert_id, unit, role, kind, because, opened_at, due_at, first_due_at)
       values ($1, $2, 'assist', $3, '会议', $4, $5, $5)`,
      [alertId, unit, kind, this.now, due],
    );
  }

  /** A person sets a tier, or takes it back. */
  async decide(entity: string, from: Tier | null, to: Tier | null, model: Tier = 'blue') {
    const use = new HeedPerson(this.on.alerts, this.tell, this.clock);
    await this.work.run(async (tx) => {
      const made = decisionOn(entity, { from, to, at: this.now, modelTier: model });
      const told = { ...verdict(entity, model), name: await this.nameOf(entity) };
      await use.run(tx, told, await this.cases.keepDecision(tx, made));
    });
  }

  end(entity: string, more: Partial<Outcome> = {}) {
    return this.work.run((tx) =>
      this.cases.keepOutcome(tx, outcomeOn(entity, { at: this.now, ...more })),
    );
  }

  handOver(alertId: string) {
    const facts = factsOn(alertId, { at: this.now });
    return this.work.run((tx) => this.given.keep(tx, { ...handOverOn(alertId), facts }));
  }

  receive(handOverId: string, answer: 'filed' | 'declined' | 'material') {
    const number = answer === 'material' ? null : '1';
    const receipt = {
      answer,
      number,
      receivedOn: '2026-11-03',
      by: '张',
      because: '函',
      at: this.now,
    };
    return this.work.run((tx) => this.given.answer(tx, handOverId, receipt));
  }

  join(member: string, into: string) {
    const merge = { memberId: member, intoId: into, because: '名称相同' };
    return this.work.run((tx) => this.story.bed.entities.merge(tx, [merge], this.now));
  }

  part(member: string) {
    return this.work.run((tx) => this.story.bed.entities.undoMerge(tx, member, '李科长', this.now));
  }

  readonly rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    this.database.rows<Row>(sql, values);
}
