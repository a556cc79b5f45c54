import { dutyName } from '@risk/domain';
import { chinaTime, type Clock, type Log, type UnitOfWork } from '@risk/kit';
import type { NoticeDraft } from '../ports.js';
import { addressed, justTold } from '../telling/draft-telling.js';
import type { TellingStore } from '../telling/ports.js';
import type { Contact, Duty, DutyStore, Rung, Timetable } from './ports.js';

const BATCH = 200;

/** Where duties are read and their notices are kept. */
export interface NudgeGround {
  readonly duties: Pick<DutyStore, 'toNudge' | 'climb'>;
  readonly telling: Pick<TellingStore, 'keepNotices'>;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reminds units before a deadline and calls ever higher ones after it. */
export class NudgeDuties {
  constructor(
    private readonly timetable: Timetable,
    private readonly ground: NudgeGround,
  ) {}

  /** Answers how many notices were written. */
  async run(): Promise<number> {
    const { work, clock, log } = this.ground;
    let written = 0;
    for (;;) {
      const now = clock.now();
      const round = await work.run(async (tx) => {
        const duties = await this.ground.duties.toNudge(tx, now, BATCH);
        const climbs = duties.map((duty) => climbOf(duty, this.timetable, now));
        const notices = climbs.flatMap((climb) => climb.notices);
        if (notices.length > 0) await this.ground.telling.keepNotices(tx, notices, now);
        await this.ground.duties.climb(tx, climbs);
        return { duties: duties.length, notices: notices.length };
      });
      written += round.notices;
      if (round.notices > 0) log.info('duties nudged', round);
      if (round.duties < BATCH) return written;
    }
  }
}

/** How far a duty climbed, and who is told of it. */
export interface Climb {
  readonly id: string;
  readonly rung: number;
  readonly nextAt: Date | null;
  readonly notices: readonly NoticeDraft[];
}

/**
 * The rungs of a duty that were passed since it was looked at last. Whoever is called by several of them,
 * as after a long standstill, hears of the last only.
 */
export function climbOf(duty: Duty, timetable: Timetable, now: Date): Climb {
  const { id, kind, unit, openedAt: from, dueAt, rung } = duty;
  const rungs = timetable.rungsOf({ kind, unit, from, dueAt });
  const passed = rungs.filter(({ at }) => at <= now).length;
  const called = new Map<string, { readonly contact: Contact; readonly rung: Rung }>();
  for (const one of rungs.slice(rung, passed)) {
    for (const contact of timetable.contactsOf(unit, one.to, now))
      called.set(contact.recipient.key, { contact, rung: one });
  }
  const notices = [...called.values()].flatMap((call) => noticesOf(duty, call, now));
  return { id, rung: Math.max(rung, passed), nextAt: rungs[passed]?.at ?? null, notices };
}

function noticesOf(
  duty: Duty,
  { contact, rung }: { readonly contact: Contact; readonly rung: Rung },
  now: Date,
): NoticeDraft[] {
  const { id, alertId, kind, role, dueAt, round, sample } = duty;
  const isOverdue = dueAt <= now;
  const about = {
    alertId,
    changeId: null,
    dutyId: id,
    step: `${kind}#${id}.${round}:${rung.name}`,
    kind: isOverdue ? 'escalation' : 'reminder',
    said: null,
    sample,
  } as const;
  const because = `${dutyName(kind)}${isOverdue ? '已逾期' : '即将到期'}，时限 ${chinaTime(dueAt)}`;
  const to = justTold({ unit: contact.unit, unitName: contact.unitName, role, because }, [
    contact.recipient,
  ]);
  return addressed({ ...to, dueAt }, about, { at: now, digestAt: null });
}
