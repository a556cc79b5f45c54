import type { Feed } from '@risk/domain';
import type { Database } from './database.js';
import type { VaultCipher } from './vault-cipher.js';

/** A dead letter on its way to the feed.dead-letter topic. */
export interface UnpublishedLetter {
  readonly id: string;
  readonly feed: Feed;
  readonly reason: string;
  readonly origin: Readonly<Record<string, string | number>>;
  readonly bytes: Buffer;
}

/** An alert's change on its way to the risk.alert topic. */
export interface UnpublishedChange {
  readonly id: string;
  readonly alertId: string;
  readonly kind: string;
  readonly fromTier: string | null;
  readonly toTier: string;
  /** Where the alert stood before and after a person’s step, and the unit that took it; null for verdicts. */
  readonly fromStage: string | null;
  readonly toStage: string | null;
  readonly unit: string | null;
  readonly at: Date;
  readonly entityId: string;
  readonly entityName: string;
  readonly score: number;
  readonly scheme: string;
  readonly sample: boolean;
}

const LETTERS = `
  select id, feed, reason, origin, digest, original from dead_letter
  where published_at is null and door = 'kafka' order by id limit $1
`;

const CHANGES = `
  select c.id, c.alert_id as "alertId", c.kind, c.from_tier as "fromTier", c.to_tier as "toTier",
    c.from_stage as "fromStage", c.to_stage as "toStage", c.unit, c.at,
    a.entity_id as "entityId", a.entity_name as "entityName", a.score, a.scheme, a.sample
  from alert_change c join alert a on a.id = c.alert_id
  where c.published_at is null order by c.id limit $1
`;

/** What still has to leave on Kafka: found by state, marked after the broker has it (at least once). */
export class PgEventOutbox {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {}

  async letters(limit: number): Promise<UnpublishedLetter[]> {
    const rows = await this.database.rows<
      Omit<UnpublishedLetter, 'bytes'> & { digest: string; original: Buffer }
    >(LETTERS, [limit]);
    return rows.map(({ id, feed, reason, origin, digest, original }) => ({
      id,
      feed,
      reason,
      origin,
      bytes: this.cipher.open(original, digest),
    }));
  }

  changes(limit: number): Promise<UnpublishedChange[]> {
    return this.database.rows<UnpublishedChange>(CHANGES, [limit]);
  }

  async markLetters(ids: readonly string[], at: Date): Promise<void> {
    await this.database.rows('update dead_letter set published_at = $2 where id = any ($1)', [
      ids,
      at,
    ]);
  }

  async markChanges(ids: readonly string[], at: Date): Promise<void> {
    await this.database.rows('update alert_change set published_at = $2 where id = any ($1)', [
      ids,
      at,
    ]);
  }
}
