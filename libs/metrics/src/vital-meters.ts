import type { PoolState, VitalSigns } from '@risk/domain';
import { Counter, Gauge, type Registry } from 'prom-client';

/** Where the vital signs come from. */
export interface Vitals {
  readonly read: () => Promise<VitalSigns>;
  readonly pool: () => PoolState;
  /** What keeps the house from working; empty when all is well. */
  readonly missing: () => Promise<readonly string[]>;
}

interface Line {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Sign {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  /** What only ever grows. */
  readonly isCounter?: true;
  readonly lines: (signs: VitalSigns) => readonly Line[];
}

const alone = (value: number | null): readonly Line[] =>
  value === null ? [] : [{ labels: {}, value }];

/** Every sign that is read from the database; one entry to add one. */
const SIGNS: readonly Sign[] = [
  {
    name: 'risk_records_total',
    help: 'Records that came in, by feed and outcome (stored, duplicate, dead_letter)',
    ...{ labels: ['feed', 'outcome'], isCounter: true },
    lines: ({ feeds }) =>
      feeds.flatMap(({ feed, stored, duplicate, deadLettered }) => [
        { labels: { feed, outcome: 'stored' }, value: stored },
        { labels: { feed, outcome: 'duplicate' }, value: duplicate },
        { labels: { feed, outcome: 'dead_letter' }, value: deadLettered },
      ]),
  },
  {
    name: 'risk_alerts_raised_total',
    help: 'Alerts that were raised, by tier',
    ...{ labels: ['tier'], isCounter: true },
    lines: ({ alerts }) => alerts.map(({ tier, raised }) => ({ labels: { tier }, value: raised })),
  },
  {
    name: 'risk_alerts_open',
    help: 'Alerts that stand open, by tier',
    labels: ['tier'],
    lines: ({ alerts }) => alerts.map(({ tier, open }) => ({ labels: { tier }, value: open })),
  },
  {
    name: 'risk_notices',
    help: 'Notices, by state',
    labels: ['state'],
    lines: ({ notices }) =>
      notices.map(({ state, count }) => ({ labels: { state }, value: count })),
  },
  {
    name: 'risk_notice_oldest_due_seconds',
    help: 'How long the oldest notice that should have left already has been waiting; 0 when none is',
    lines: ({ oldestDueNotice }) => alone(oldestDueNotice ?? 0),
  },
  {
    name: 'risk_dead_letters',
    help: 'Dead letters that were not replayed',
    lines: ({ deadLetters }) => alone(deadLetters),
  },
  {
    name: 'risk_dead_letter_oldest_seconds',
    help: 'Age of the oldest dead letter that was not replayed; 0 when there is none',
    lines: ({ oldestDeadLetter }) => alone(oldestDeadLetter ?? 0),
  },
  {
    name: 'risk_events_unpublished',
    help: 'Changes of alerts that wait for Kafka; 0 without it',
    lines: ({ untoldChanges }) => alone(untoldChanges),
  },
  {
    name: 'risk_event_oldest_unpublished_seconds',
    help: 'How long the oldest change of an alert has been waiting for Kafka; absent without Kafka or when none waits',
    lines: ({ oldestUntoldChange }) => alone(oldestUntoldChange),
  },
  {
    name: 'risk_duties_overdue',
    help: 'What units owe and did not do in time',
    lines: ({ overdueDuties }) => alone(overdueDuties),
  },
  {
    name: 'risk_audit_lines_total',
    help: 'Lines of the audit trail: the number of its head',
    isCounter: true,
    lines: ({ auditLines }) => alone(auditLines),
  },
  {
    name: 'risk_tips_total',
    help: 'Reports that came in by the page of citizens',
    isCounter: true,
    lines: ({ tips }) => alone(tips),
  },
];

/** Adds to a registry what is read from the database when somebody asks. */
export class VitalMeters {
  private readonly meters = new Map<string, Counter | Gauge>();
  private readonly up: Gauge;
  private readonly ready: Gauge;
  private readonly pool: Gauge;

  constructor(
    registry: Registry,
    private readonly vitals: Vitals,
  ) {
    const registers = [registry];
    for (const { name, help, labels = [], isCounter } of SIGNS) {
      const form = { name, help, labelNames: [...labels], registers };
      this.meters.set(name, isCounter ? new Counter(form) : new Gauge(form));
    }
    this.up = new Gauge({ name: 'risk_vitals_up', help: '1 when the signs of the database could be read', registers }); // prettier-ignore
    this.ready = new Gauge({ name: 'risk_ready', help: '1 when the house can work', registers });
    this.pool = new Gauge({ name: 'risk_database_pool', help: 'Connections to the database, by state', labelNames: ['state'], registers }); // prettier-ignore
  }

  /** Reads anew; what could not be read is absent, and said so. */
  async refresh(): Promise<void> {
    const [signs, missing] = await Promise.all([
      this.vitals.read().catch(() => null),
      this.vitals.missing().catch(() => ['unknown']),
    ]);
    this.up.set(signs ? 1 : 0);
    this.ready.set(missing.length === 0 ? 1 : 0);
    for (const [state, count] of Object.entries<number>({ ...this.vitals.pool() }))
      this.pool.set({ state }, count);
    for (const { name, lines } of SIGNS) this.show(name, signs ? lines(signs) : []);
  }

  private show(name: string, lines: readonly Line[]): void {
    const meter = this.meters.get(name);
    meter?.reset();
    meter?.remove({});
    for (const { labels, value } of lines) meter?.inc(labels, value);
  }
}
