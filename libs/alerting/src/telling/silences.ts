import { signed, type Scheme, type Signature, type Tier } from '@risk/domain';
import { Conflict, days, Invalid, NotFound, type Clock, type Transaction } from '@risk/kit';
import type { Silence } from './ports.js';

/** Nobody is told of this until then; whoever owns it answers for it. */
export interface SilenceRequest extends Signature {
  readonly entityId: string | null;
  readonly scheme: Scheme | null;
  readonly region: string | null;
  readonly code: string | null;
  readonly tiers: readonly Tier[];
  readonly until: Date;
}

/** A silence as it is kept. */
export interface KeptSilence extends Silence {
  readonly startsAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

/** Alerts of a new rule that are held back until a person decides. */
export interface Flood {
  readonly id: string;
  readonly code: string;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
}

/** Keeps silences and floods; they end, and are never taken away. */
export abstract class QuietStore {
  /** Of the whole entity that is meant; invalid when there is none. */
  abstract keepSilence(
    tx: Transaction,
    silence: Omit<KeptSilence, 'id' | 'endedAt' | 'endedBy'>,
  ): Promise<string>;
  /** Locked; null when there is none. */
  abstract silence(tx: Transaction, id: string): Promise<KeptSilence | null>;
  abstract endSilence(tx: Transaction, id: string, by: Signature, at: Date): Promise<void>;
  abstract flood(tx: Transaction, id: string): Promise<Flood | null>;
  abstract endFlood(
    tx: Transaction,
    id: string,
    by: Signature & { readonly released: boolean },
    at: Date,
  ): Promise<void>;
}

/** A silence that never ends is a hole: nobody looks at it again. */
const LONGEST_DAYS = 90;

/** Makes a silence with an owner, a reason and an end. */
export class MakeSilence {
  constructor(
    private readonly quiet: QuietStore,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: SilenceRequest): Promise<string> {
    const { by: owner, because } = signed(request);
    const startsAt = this.clock.now();
    const { entityId, scheme, region, code, tiers, until: endsAt } = request;
    if ([entityId, scheme, region, code].every((one) => one === null))
      throw new Invalid('请写明静默什么：entity、scheme、region、code 至少一项');
    if (tiers.length === 0) throw new Invalid('tiers：请写明静默哪些等级');
    if (tiers.includes('none'))
      throw new Invalid('tiers：没有预警的不需要静默，只写红、橙、黄、蓝');
    if (endsAt <= startsAt) throw new Invalid('until：结束时间已过');
    if (endsAt.getTime() - startsAt.getTime() > days(LONGEST_DAYS))
      throw new Invalid(`until：静默最长 ${LONGEST_DAYS} 天（本地默认）`);
    const what = { entityId, scheme, region, code, tiers: [...new Set(tiers)] };
    return this.quiet.keepSilence(tx, { ...what, owner, because, startsAt, endsAt });
  }
}

/** Ends a silence before its time; what it held back is told at the next look. */
export class EndSilence {
  constructor(
    private readonly quiet: QuietStore,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: Signature & { readonly id: string }): Promise<void> {
    const at = this.clock.now();
    const silence = await this.quiet.silence(tx, request.id);
    if (!silence) throw new NotFound(`没有静默 ${request.id}`);
    if (silence.endedAt || silence.endsAt <= at) throw new Conflict(`静默 ${request.id} 已经结束`);
    await this.quiet.endSilence(tx, request.id, signed(request), at);
  }
}

/** Decides what becomes of alerts that were held back because a new rule raised too many. */
export class EndFlood {
  constructor(
    private readonly quiet: QuietStore,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Transaction,
    request: Signature & { readonly id: string; readonly released: boolean },
  ): Promise<void> {
    const flood = await this.quiet.flood(tx, request.id);
    if (!flood) throw new NotFound(`没有编号为 ${request.id} 的暂停发送`);
    if (flood.endedAt) throw new Conflict(`${request.id} 已经有人决定过`);
    const { released } = request;
    await this.quiet.endFlood(tx, request.id, { ...signed(request), released }, this.clock.now());
  }
}
