import { CaseStore, type CaseEntity, type Reference } from '@risk/cases';
import type { Outcome, TierDecision } from '@risk/domain';
import { Conflict, type Transaction } from '@risk/kit';
import { mirrorPersonTiers } from './person-tiers.js';
import { clientOf } from './pg-unit-of-work.js';

const ENTITY = 'e.id as "entityId", e.name, e.uscc, e.sample, e.index';

/** How each kind of reference finds the rows that bear it. */
const BEARERS: Readonly<Record<Reference['kind'], string>> = {
  id: 'select root_id from entity where id = $1',
  uscc: `select m.root_id from entity_key k join entity m on m.id = k.entity_id
    where k.kind = 'uscc' and k.value = $1`,
  name: 'select root_id from entity where name = $1',
};

const LOCK = `select ${ENTITY}, e.root_id = e.id as whole from entity e where e.id = $1 for no key update`;

export const DECISION = `d.id, d.entity_id as "entityId", d.from_tier as "from", d.to_tier as "to",
  d.decided_by as by, d.because, d.decided_at as at, d.model_tier as "modelTier",
  d.model_score as "modelScore", d.versions`;

export const OUTCOME = `o.id, o.entity_id as "entityId", o.verdict, o.scheme,
  o.exposed_on::text as "exposedOn", o.losses::float8 as losses, o.people::float8 as people,
  o.decided_by as by, o.because, o.decided_at as at, o.supersedes`;

export const DECISIONS_OF = `select ${DECISION} from entity part join tier_decision d on d.entity_id = part.id
  where part.root_id = $1 order by d.id`;

export const OUTCOMES_OF = `select ${OUTCOME} from entity part join outcome o on o.entity_id = part.id
  where part.root_id = $1 order by o.id`;

const KEEP_DECISION = `
  insert into tier_decision as d (entity_id, from_tier, to_tier, decided_by, because, decided_at, model_tier,
    model_score, versions)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${DECISION}
`;

const KEEP_OUTCOME = `
  insert into outcome as o (entity_id, verdict, scheme, exposed_on, losses, people, decided_by, because,
    decided_at, supersedes)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${OUTCOME}
`;

/** What people decide, in tables that only grow (see the migration). */
export class PgCases extends CaseStore {
  async bearersOf(tx: Transaction, { kind, value }: Reference): Promise<CaseEntity[]> {
    const { rows } = await clientOf(tx).query<CaseEntity>(
      `select ${ENTITY} from entity e where e.id in (${BEARERS[kind]}) order by e.id`,
      [value],
    );
    return rows;
  }

  async lock(tx: Transaction, entityId: string): Promise<CaseEntity> {
    const { rows } = await clientOf(tx).query<CaseEntity & { whole: boolean }>(LOCK, [entityId]);
    const [row] = rows;
    if (!row?.whole) throw new Conflict('这个主体刚刚被归并到另一个主体，请重新查找后再试');
    const { whole: _whole, ...entity } = row;
    return entity;
  }

  async decisionsOf(tx: Transaction, entityId: string): Promise<TierDecision[]> {
    return (await clientOf(tx).query<TierDecision>(DECISIONS_OF, [entityId])).rows;
  }

  async outcomesOf(tx: Transaction, entityId: string): Promise<Outcome[]> {
    return (await clientOf(tx).query<Outcome>(OUTCOMES_OF, [entityId])).rows;
  }

  async keepDecision(tx: Transaction, d: Omit<TierDecision, 'id'>): Promise<TierDecision> {
    const client = clientOf(tx);
    const { entityId, from, to, by, because, at, modelTier, modelScore, versions } = d;
    const values = [entityId, from, to, by, because, at, modelTier, modelScore, versions];
    const [kept] = (await client.query<TierDecision>(KEEP_DECISION, values)).rows;
    if (!kept) throw new Error('the decision was not kept');
    await mirrorPersonTiers(client, [entityId]);
    return kept;
  }

  async keepOutcome(tx: Transaction, outcome: Omit<Outcome, 'id'>): Promise<Outcome> {
    const { entityId, verdict, scheme, exposedOn, losses, people } = outcome;
    const { by, because, at, supersedes } = outcome;
    const told = [entityId, verdict, scheme, exposedOn, losses, people];
    const { rows } = await clientOf(tx).query<Outcome>(KEEP_OUTCOME, [
      ...told,
      by,
      because,
      at,
      supersedes,
    ]);
    const [kept] = rows;
    if (!kept) throw new Error('the outcome was not kept');
    return kept;
  }
}
