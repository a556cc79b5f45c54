import type { Tier } from '@risk/domain';
import { chinaTime, days, hours, uniqueBy, type Transaction } from '@risk/kit';
import type { DutyStore, Timetable } from '../life/ports.js';
import type { Addressee, NoticeDraft, Router } from '../ports.js';
import { addressed, dutiesOf, justTold, noticesOf } from './draft-telling.js';
import { hushOf } from './hush-of.js';
import type {
  HushCause,
  Occasion,
  Surroundings,
  TellingContext,
  TellingPolicy,
  TellingStore,
} from './ports.js';

/** The part of a unit that gave the lead over: it hears of the alert and owes nothing. */
const RELIEVED = { role: 'copy', acknowledgeBy: null, dueAt: null, waits: false } as const;

/** What telling stands on. */
export interface TellingGround {
  readonly context: TellingContext;
  readonly store: TellingStore;
  readonly duties: DutyStore;
  readonly policy: TellingPolicy;
}

/** Tells the units of what happened to alerts, or holds it back and keeps why. */
export class TellUnits {
  constructor(
    private readonly router: Router,
    private readonly timetable: Timetable,
    private readonly ground: TellingGround,
  ) {}

  async run(tx: Transaction, occasions: readonly Occasion[], at: Date): Promise<void> {
    if (occasions.length === 0) return;
    const { context, policy } = this.ground;
    const since = {
      newAfter: new Date(at.getTime() - days(policy.flood.newRuleDays)),
      hourAgo: new Date(at.getTime() - hours(1)),
    };
    const left = occasions.filter(({ hasLeft }) => hasLeft).map(({ alertId }) => alertId);
    if (left.length > 0) await this.ground.duties.revive(tx, left, at);
    const around = await context.around(tx, occasions, since, at);
    await this.group(tx, occasions, around);

    const causes = new Map(occasions.map((one) => [one, hushOf(one, around, policy)]));
    await this.holdBack(tx, causes, at);
    const told = occasions.filter((one) => causes.get(one) === null);
    await this.tell(tx, told, around, at);
  }

  private async group(
    tx: Transaction,
    occasions: readonly Occasion[],
    { kin }: Surroundings,
  ): Promise<void> {
    const groups = occasions.flatMap(({ alertId }) => {
      const others = kin.get(alertId) ?? [];
      return others.length === 0 ? [] : [{ alertId, kin: others.map((one) => one.alertId) }];
    });
    if (groups.length > 0) await this.ground.store.group(tx, groups);
  }

  private async holdBack(
    tx: Transaction,
    causes: ReadonlyMap<Occasion, HushCause | null>,
    at: Date,
  ): Promise<void> {
    const hushes = [...causes].flatMap(([{ alertId, changeId }, cause]) =>
      cause ? [{ alertId, changeId, cause }] : [],
    );
    if (hushes.length === 0) return;
    const { store } = this.ground;
    const codes = hushes.flatMap(({ cause }) => (cause.cause === 'flood' ? [cause.code] : []));
    const opened = await store.openFloods(tx, [...new Set(codes)], at);
    await store.hush(tx, hushes, at);
    const isSample = [...causes.keys()].every(({ verdict }) => verdict.sample);
    const reports = opened.flatMap((flood) => this.floodReport(flood, isSample, at));
    if (reports.length > 0) await store.keepNotices(tx, reports, at);
  }

  private async tell(
    tx: Transaction,
    occasions: readonly Occasion[],
    { heard, assigned }: Surroundings,
    at: Date,
  ): Promise<void> {
    if (occasions.length === 0) return;
    const { store, duties } = this.ground;
    const drafted = occasions.map((one) => {
      const verdict = { ...one.verdict, ...heard.get(one.verdict.entityId) };
      const routed = this.router.addresseesOf(verdict, one.tier, at);
      const all = this.ledBy(assigned.get(one.alertId), routed, one.tier, at);
      const addressees = one.isAside ? all.filter(({ role }) => role === 'lead') : all;
      const digestAt = this.timetable.digestAt(one.tier, at);
      return {
        notices: noticesOf(one, addressees, { at, digestAt }),
        duties: dutiesOf(one, addressees, at),
      };
    });
    const owed = drafted.flatMap((one) => one.duties);
    await duties.owe(
      tx,
      uniqueBy(owed, (d) => `${d.alertId ?? ''} ${d.unit} ${d.kind}`),
    );
    await store.keepNotices(
      tx,
      drafted.flatMap((one) => one.notices),
      at,
    );
    const ids = occasions.map(({ alertId }) => alertId);
    await store.endHush(tx, ids, true, at);
  }

  /** Whom a person assigned an alert to leads it, whatever the routing says; whoever it says leads is in copy. */
  private ledBy(
    unit: string | undefined,
    routed: readonly Addressee[],
    tier: Tier,
    at: Date,
  ): readonly Addressee[] {
    const deadlines = unit === undefined ? null : this.timetable.deadlines(unit, tier, at);
    if (unit === undefined || !deadlines) return routed;
    const contacts = this.timetable.contactsOf(unit, 'liaison', at);
    const to = {
      unit,
      unitName: contacts[0]?.unitName ?? unit,
      role: 'lead',
      waits: false,
    } as const;
    const because = '已改派由本单位主办';
    const lead = { ...to, because, ...deadlines, contacts: contacts.map((c) => c.recipient) };
    const others = routed.filter((one) => one.unit !== unit);
    return [lead, ...others.map((one) => (one.role === 'lead' ? { ...one, ...RELIEVED } : one))];
  }

  /** The office hears at once that alerts of a rule are held back. */
  private floodReport(
    { id, code }: { readonly id: string; readonly code: string },
    sample: boolean,
    at: Date,
  ): NoticeDraft[] {
    const { perHour } = this.ground.policy.flood;
    const subject = `新规则 ${code} 引发的预警过多，已暂停发送`;
    const body = `${subject}。一小时内超过 ${perHour} 件（${chinaTime(at)} 起），预警都已生成、可在平台查看，但没有通知任何单位。请核对规则后决定：risk flood release ${id}（发送）或 risk flood drop ${id}（不发送），并写明理由。`;
    const about = {
      alertId: null,
      changeId: null,
      dutyId: null,
      step: `flood#${id}`,
      kind: 'flood',
      said: { subject, body },
      sample,
    } as const;
    return this.timetable.contactsOf(this.timetable.office, 'liaison', at).flatMap((contact) => {
      const { unit, unitName, recipient } = contact;
      const because = '新规则引发的预警超过限额，由金融办决定（本地默认）';
      const to = justTold({ unit, unitName, role: 'lead', because }, [recipient]);
      return addressed(to, about, { at, digestAt: null });
    });
  }
}
