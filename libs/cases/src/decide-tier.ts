import { tierName, type EngineVersions, type Tier, type TierDecision } from '@risk/domain';
import { Invalid, type Clock, type Transaction } from '@risk/kit';
import { lockEntity } from './find-entity.js';
import type { CaseStore, Heeding } from './ports.js';
import { refuseStale, signed, type Signature } from './signature.js';

/** A person's word on the tier of an entity. */
export interface TierRequest extends Signature {
  /** Id, credit code or exact name. */
  readonly entity: string;
  /** Null withdraws what a person set before. */
  readonly to: Tier | null;
  /** The decision that the person saw last; null when there was none. */
  readonly seen: string | null;
}

/** Keeps a person's tier beside the model's, with what the model said at that moment. */
export class DecideTier {
  constructor(
    private readonly cases: CaseStore,
    private readonly heeding: Heeding,
    private readonly clock: Clock,
    private readonly versionsInForce: () => EngineVersions,
  ) {}

  async run(tx: Transaction, request: TierRequest): Promise<TierDecision> {
    const signature = signed(request);
    const entity = await lockEntity(this.cases, tx, request.entity);
    const { entityId, index } = entity;
    const before = await this.cases.decisionsOf(tx, entityId);
    refuseStale(before, request.seen, ({ to }) =>
      to === null ? '撤回人工等级' : `定为${tierName(to)}`,
    );
    const from = before.at(-1)?.to ?? null;
    if (request.to === null && from === null) throw new Invalid('没有人工等级可以撤回');

    const decision = await this.cases.keepDecision(tx, {
      entityId,
      from,
      to: request.to,
      ...signature,
      at: this.clock.now(),
      modelTier: index?.tier ?? 'none',
      modelScore: index?.score ?? 0,
      versions: index?.version ?? this.versionsInForce(),
    });
    await this.heeding.heed(tx, entity, decision);
    return decision;
  }
}
