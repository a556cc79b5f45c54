import { isHigher, type Signature } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { NoticeDraft } from '../ports.js';
import { carryingCodes } from '../telling/hush-of.js';
import {
  TellingContext,
  TellingStore,
  type HushCause,
  type Kin,
  type Occasion,
  type OpenHush,
  type Surroundings,
} from '../telling/ports.js';
import { QuietStore, type Flood, type KeptSilence } from '../telling/silences.js';
import { effective, type AlertRow, type InMemoryAlerts } from './in-memory-alerts.js';

interface HushRow {
  readonly id: string;
  readonly alertId: string;
  changeId: string;
  cause: HushCause['cause'];
  causeId: string | null;
  because: string;
  told: boolean | null;
}

type FloodRow = { -readonly [K in keyof Flood]: Flood[K] } & { released: boolean | null };

/** Silences and floods in memory. */
export class InMemoryQuiet extends QuietStore {
  readonly silences: { -readonly [K in keyof KeptSilence]: KeptSilence[K] }[] = [];
  readonly floods: FloodRow[] = [];

  keepSilence(
    _tx: Transaction,
    silence: Omit<KeptSilence, 'id' | 'endedAt' | 'endedBy'>,
  ): Promise<string> {
    const id = String(this.silences.length + 1);
    this.silences.push({ id, endedAt: null, endedBy: null, ...silence });
    return Promise.resolve(id);
  }

  silence(_tx: Transaction, id: string): Promise<KeptSilence | null> {
    return Promise.resolve(this.silences.find((one) => one.id === id) ?? null);
  }

  endSilence(_tx: Transaction, id: string, { by }: Signature, at: Date): Promise<void> {
    const silence = this.silences.find((one) => one.id === id);
    if (silence) Object.assign(silence, { endedAt: at, endedBy: by });
    return Promise.resolve();
  }

  flood(_tx: Transaction, id: string): Promise<Flood | null> {
    return Promise.resolve(this.floods.find((one) => one.id === id) ?? null);
  }

  endFlood(
    _tx: Transaction,
    id: string,
    { released }: Signature & { readonly released: boolean },
    at: Date,
  ): Promise<void> {
    const flood = this.floods.find((one) => one.id === id);
    if (flood) Object.assign(flood, { endedAt: at, released });
    return Promise.resolve();
  }
}

/** What is told and held back, in memory. */
export class InMemoryTelling extends TellingStore {
  readonly notices: NoticeDraft[] = [];
  readonly hushes: HushRow[] = [];

  constructor(
    private readonly alerts: InMemoryAlerts,
    private readonly quiet: InMemoryQuiet,
  ) {
    super();
  }

  keepNotices(_tx: Transaction, drafts: readonly NoticeDraft[]): Promise<void> {
    const keyOf = ({ alertId, step, to, channel }: NoticeDraft) =>
      `${alertId ?? ''} ${step} ${to.recipient.key} ${channel}`;
    const keys = new Set(this.notices.map(keyOf));
    for (const draft of drafts) {
      if (!keys.has(keyOf(draft))) this.notices.push(draft);
      keys.add(keyOf(draft));
    }
    return Promise.resolve();
  }

  hush(
    _tx: Transaction,
    hushes: readonly { alertId: string; changeId: string; cause: HushCause }[],
  ): Promise<void> {
    for (const { alertId, changeId, cause } of hushes) {
      const row = {
        changeId,
        cause: cause.cause,
        causeId: 'causeId' in cause ? cause.causeId : this.floodOf(cause),
        because: cause.because,
      };
      const open = this.hushes.find((one) => one.alertId === alertId && one.told === null);
      if (open) Object.assign(open, row);
      else this.hushes.push({ id: String(this.hushes.length + 1), alertId, told: null, ...row });
    }
    return Promise.resolve();
  }

  endHush(_tx: Transaction, alertIds: readonly string[], told: boolean): Promise<void> {
    for (const one of this.hushes)
      if (one.told === null && alertIds.includes(one.alertId)) one.told = told;
    return Promise.resolve();
  }

  group(
    _tx: Transaction,
    groups: readonly { alertId: string; kin: readonly string[] }[],
  ): Promise<void> {
    for (const { alertId, kin } of groups) {
      const members = [alertId, ...kin].map((id) => this.alerts.row(id).group);
      const goal = [...members].sort((a, b) => Number(a) - Number(b))[0] ?? alertId;
      for (const row of this.alerts.rows) if (members.includes(row.group)) row.group = goal;
    }
    return Promise.resolve();
  }

  openFloods(
    _tx: Transaction,
    codes: readonly string[],
    at: Date,
  ): Promise<{ id: string; code: string }[]> {
    const fresh = codes.filter(
      (code) => !this.quiet.floods.some((f) => f.code === code && !f.endedAt),
    );
    return Promise.resolve(
      fresh.map((code) => {
        const id = String(this.quiet.floods.length + 1);
        this.quiet.floods.push({ id, code, openedAt: at, endedAt: null, released: null });
        return { id, code };
      }),
    );
  }

  endedHushes(_tx: Transaction, now: Date, limit: number): Promise<OpenHush[]> {
    const ended = this.hushes.flatMap((hush) => {
      const row = this.alerts.row(hush.alertId);
      const end = row.status === 'closed' ? 'drop' : this.endOf(hush, row, now);
      if (hush.told !== null || end === null) return [];
      const { id, alertId, changeId } = hush;
      const { entityId, stage, status, index } = row;
      const kind = this.alerts.log.find((one) => one.id === changeId)?.kind ?? '';
      const tier = effective(row);
      const merged = this.alerts.merged(row);
      return [{ id, alertId, changeId, entityId, index, tier, stage, status, merged, kind, end }];
    });
    return Promise.resolve(ended.slice(0, limit));
  }

  /** When what holds an alert back came to its end; null while it goes on. */
  private endOf({ cause, causeId }: HushRow, row: AlertRow, now: Date): OpenHush['end'] | null {
    const ends: Readonly<Record<HushRow['cause'], () => OpenHush['end'] | null>> = {
      silence: () => this.endOfSilence(causeId, now),
      flood: () => this.endOfFlood(causeId),
      inhibited: () => this.endOfInhibition(causeId, row),
      merged: () => this.endOfMerge(row),
      unsaid: () => 'tell',
    };
    return ends[cause]();
  }

  private endOfSilence(causeId: string | null, now: Date): OpenHush['end'] | null {
    const silence = this.quiet.silences.find(({ id }) => id === causeId);
    return !silence || silence.endedAt || silence.endsAt <= now ? 'tell' : null;
  }

  private endOfFlood(causeId: string | null): OpenHush['end'] | null {
    const flood = this.quiet.floods.find(({ id }) => id === causeId);
    if (!flood?.endedAt) return null;
    return flood.released ? 'release' : 'drop';
  }

  private endOfInhibition(causeId: string | null, row: AlertRow): OpenHush['end'] | null {
    const by = this.alerts.row(causeId ?? '');
    const goesOn = by.status === 'open' && by.stage !== 'refuted';
    return goesOn && isHigher(effective(by), effective(row)) ? null : 'tell';
  }

  private endOfMerge(row: AlertRow): OpenHush['end'] | null {
    if (row.status !== 'merged') return 'tell';
    return this.alerts.merged(row) === null ? 'drop' : null;
  }

  private floodOf(cause: HushCause): string | null {
    if (cause.cause !== 'flood') return null;
    return this.quiet.floods.find((f) => f.code === cause.code && !f.endedAt)?.id ?? null;
  }
}

/** What lies around alerts in memory; ties and new codes are put there by a test. */
export class InMemoryContext extends TellingContext {
  /** Pairs of entities that are tied. */
  readonly ties: (readonly [string, string])[] = [];
  readonly newCodes = new Set<string>();

  constructor(
    private readonly alerts: InMemoryAlerts,
    private readonly quiet: InMemoryQuiet,
  ) {
    super();
  }

  around(
    _tx: Transaction,
    occasions: readonly Occasion[],
    _since: unknown,
    at: Date,
  ): Promise<Surroundings> {
    const codes = new Set(occasions.flatMap(({ verdict }) => carryingCodes(verdict.index)));
    const fresh = [...codes].filter((code) => this.newCodes.has(code));
    return Promise.resolve({
      silences: this.quiet.silences.filter((s) => !s.endedAt && s.startsAt <= at && s.endsAt > at),
      kin: new Map(
        occasions.map(({ alertId, verdict }) => [alertId, this.kinOf(verdict.entityId)]),
      ),
      newCodes: new Map(fresh.map((code) => [code, this.raisedWith(code)])),
      assigned: new Map(
        occasions.flatMap(({ alertId }) => {
          const unit = this.alerts.assignedTo(alertId);
          return unit === undefined ? [] : [[alertId, unit] as const];
        }),
      ),
      heard: new Map(),
    });
  }

  private kinOf(entityId: string): Kin[] {
    const tied = this.ties.flatMap(([a, b]) => (a === entityId ? [b] : b === entityId ? [a] : []));
    return this.alerts.rows
      .filter((a) => a.status === 'open' && a.stage !== 'refuted' && tied.includes(a.entityId))
      .map((row) => ({
        alertId: row.id,
        entityName: row.verdict?.name ?? '',
        tier: effective(row),
      }));
  }

  private raisedWith(code: string): number {
    return this.alerts.rows.filter((a) => a.index.reasons.some((r) => r.code === code)).length;
  }
}
