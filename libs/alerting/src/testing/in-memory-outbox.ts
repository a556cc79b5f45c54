import {
  NoticeOutbox,
  type LeasedNotice,
  type LeaseWish,
  type OutboxFigures,
  type Said,
} from '../notices/ports.js';
import type { Settlement } from '../notices/settlement.js';
import { leasedNotice, NOW } from './notices.js';

interface Row {
  notice: LeasedNotice;
  state: 'pending' | 'leased' | 'sending' | Settlement['state'];
  notBefore: Date;
  until: Date | null;
  detail: string | null;
  said: Said | null;
}

/** An outbox in memory; digests are gathered by the database alone. */
export class InMemoryOutbox extends NoticeOutbox {
  readonly rows: Row[] = [];

  put(...notices: Partial<LeasedNotice>[]): void {
    for (const over of notices) {
      const notice = leasedNotice({ id: String(this.rows.length + 1), ...over, attempt: 0 });
      this.rows.push({
        notice,
        state: 'pending',
        notBefore: NOW,
        until: null,
        detail: null,
        said: null,
      });
    }
  }

  get states(): string[] {
    return this.rows.map(({ state }) => state);
  }

  dueChannels(now: Date): Promise<string[]> {
    return Promise.resolve([...new Set(this.due(now).map(({ notice }) => notice.channel))]);
  }

  lease({ channel, limit, last, now, until }: LeaseWish): Promise<LeasedNotice[]> {
    const due = this.due(now).filter(({ notice }) => notice.channel === channel);
    const inOrder = [
      ...due.filter(({ notice }) => notice.id !== last),
      ...due.filter(({ notice }) => notice.id === last),
    ];
    return Promise.resolve(
      inOrder.slice(0, limit).map((row) => {
        row.notice = { ...row.notice, attempt: row.notice.attempt + 1 };
        row.state = 'leased';
        row.until = until;
        return row.notice;
      }),
    );
  }

  begin(notice: LeasedNotice, said: Said, until: Date): Promise<boolean> {
    const row = this.held(notice, 'leased');
    if (!row) return Promise.resolve(false);
    Object.assign(row, { state: 'sending', said, until });
    return Promise.resolve(true);
  }

  settle(notice: LeasedNotice, settlement: Settlement): Promise<boolean> {
    const row =
      this.held(notice, 'leased', 'sending') ??
      (settlement.state === 'sent' ? this.held(notice, 'unknown') : undefined);
    if (!row) return Promise.resolve(false);
    row.state = settlement.state;
    row.detail = settlement.state === 'sent' ? settlement.where : settlement.why;
    if (settlement.state === 'pending') row.notBefore = settlement.notBefore;
    return Promise.resolve(true);
  }

  giveBack(notices: readonly LeasedNotice[], why: string): Promise<void> {
    for (const notice of notices) {
      const row = this.held(notice, 'leased', 'sending');
      if (!row) continue;
      row.notice = { ...row.notice, attempt: row.notice.attempt - 1 };
      Object.assign(row, { state: 'pending', detail: why });
    }
    return Promise.resolve();
  }

  declareLost(now: Date): Promise<string[]> {
    const lost = this.rows.filter(
      ({ state, until }) => state === 'sending' && until !== null && until < now,
    );
    for (const row of lost) row.state = 'unknown';
    return Promise.resolve(lost.map(({ notice }) => notice.id));
  }

  gather(): Promise<number> {
    return Promise.resolve(0);
  }

  figures(): Promise<OutboxFigures> {
    const waiting = new Map<string, number>();
    for (const { state, notice } of this.rows)
      if (state === 'pending' || state === 'leased')
        waiting.set(notice.channel, (waiting.get(notice.channel) ?? 0) + 1);
    const unknown = this.rows.filter(({ state }) => state === 'unknown').length;
    return Promise.resolve({ waiting, unknown });
  }

  private due(now: Date): Row[] {
    return this.rows.filter(
      ({ state, notBefore, until }) =>
        (state === 'pending' && notBefore <= now) ||
        (state === 'leased' && until !== null && until < now),
    );
  }

  private held(notice: LeasedNotice, ...states: Row['state'][]): Row | undefined {
    return this.rows.find(
      (row) =>
        row.notice.id === notice.id &&
        row.notice.attempt === notice.attempt &&
        states.includes(row.state),
    );
  }
}
