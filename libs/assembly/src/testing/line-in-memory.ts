import { RaiseAlerts } from '@risk/alerting';
import {
  AssessRecords,
  AttachMentions,
  type JudgedRecord,
  type EntityLink,
} from '@risk/assessment';
import {
  parseItem,
  ReceiveRecords,
  type ParsedItem,
  type RawItem,
  type Source,
} from '@risk/intake';
import type { FeedRecord } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { TellNobody } from '../../../alerting/src/testing/tell-nobody.js';
import { InMemoryAlerts } from '../../../alerting/src/testing/in-memory-alerts.js';
import { InMemoryCuts } from '../../../assessment/src/testing/in-memory-cuts.js';
import { InMemoryEntities } from '../../../assessment/src/testing/in-memory-entities.js';
import { InMemoryKnowledge } from '../../../assessment/src/testing/in-memory-knowledge.js';
import { InMemoryVerdicts } from '../../../assessment/src/testing/in-memory-verdicts.js';
import { assessment, mention, signal, sumIndex } from '../../../assessment/src/testing/judged.js';
import { InMemoryRecords, InMemoryVault } from '../../../intake/src/testing/in-memory-records.js';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import type { Judgement } from '../compile-engines.js';
import { ProcessBatch, type Reading } from '../process-batch.js';
import { RollingBack } from './rolling-back.js';

/** A source that sends complaints. */
const sourceNamed = (name: string): Source => ({
  name,
  feed: 'complaint',
  title: name,
  preset: null,
  sample: name.startsWith('sample-'),
  expectEveryMs: null,
  workingDaysOnly: false,
  regionCode: null,
  table: null,
});

/** Records that the rest of the house knows under the same number. */
class SharedRecords extends InMemoryRecords {
  constructor(private readonly known: InMemoryKnowledge) {
    super();
  }

  override async keep(tx: Transaction, items: readonly ParsedItem[]) {
    const kept = await super.keep(tx, items);
    for (const { record, outcome } of kept)
      if (outcome === 'stored') this.known.receive(record, record.source.startsWith('sample-'));
    return kept;
  }
}

/** A store of verdicts that fails on records whose text a test names. */
class TouchyVerdicts extends InMemoryVerdicts {
  readonly failOn = new Map<string, () => Error>();

  override keep(tx: Transaction, judged: readonly JudgedRecord[], links: readonly EntityLink[]) {
    for (const { record } of judged) {
      const fail = this.failOn.get(String((record.payload as { text?: string }).text));
      if (fail) return Promise.reject(fail());
    }
    return super.keep(tx, judged, links);
  }
}

/** Every complaint with 集资 in it speaks against the firm named after its first word. */
function judged(record: FeedRecord): Judgement {
  const text = String((record.payload as { text?: string }).text);
  if (text.includes('判不了')) throw new TypeError('the engine broke');
  const name = text.split('，')[0] ?? '';
  const signals = text.includes('集资') ? [signal(`code-${text}`)] : [];
  return { assessment: assessment(signals), mentions: [mention([`uscc:${name}`])] };
}

/** The whole path of a batch over stores in memory; only the engines are a few words long. */
export class LineInMemory {
  readonly sources = new Map(
    ['hotline', 'sample-hotline'].map((name) => [name, sourceNamed(name)] as const),
  );
  readonly known = new InMemoryKnowledge();
  readonly records = new SharedRecords(this.known);
  readonly vault = new InMemoryVault();
  readonly verdicts = new TouchyVerdicts(this.known);
  readonly alerts = new InMemoryAlerts();
  readonly clock = new FakeClock();
  readonly log = new FakeLog();
  readonly work = new RollingBack([this.known, this.records, this.vault, this.alerts]);
  readonly reading: Reading = {
    parse: (item) => parseItem(item, this.sources, (reporter) => this.vault.pseudonymOf(reporter)),
    judgeAll: (records) => records.map(judged),
    isSample: (source) => source.startsWith('sample-'),
  };
  readonly process: ProcessBatch;

  constructor() {
    const entities = new InMemoryEntities(this.known);
    const cuts = new InMemoryCuts(this.known);
    const indexing = { indexOf: sumIndex, clock: this.clock, cuts };
    const line = {
      receive: new ReceiveRecords(this.records, this.vault, this.clock),
      assess: new AssessRecords(new AttachMentions(entities), entities, this.verdicts, indexing),
      raise: new RaiseAlerts(this.alerts, new TellNobody(), this.clock),
      records: this.records,
    };
    this.process = new ProcessBatch(this.reading, line, this.work, this.log);
  }

  /** From now on this source is known. */
  register(name: string): void {
    this.sources.set(name, sourceNamed(name));
  }

  /** Texts kept, in the order of keeping. */
  get texts(): string[] {
    return this.records.versions.map(({ item }) => textOf(item));
  }

  /** What the ledger adds up to. */
  get booked() {
    const sum = (figure: 'received' | 'stored' | 'duplicate' | 'deadLettered'): number =>
      this.records.ledger.reduce((total, line) => total + line[figure], 0);
    return {
      received: sum('received'),
      stored: sum('stored'),
      duplicate: sum('duplicate'),
      deadLettered: sum('deadLettered'),
    };
  }
}

const textOf = ({ record }: ParsedItem): string =>
  String((record.payload as { text?: string }).text);

/** Items of one delivery: complaints with these texts, or bytes as they are when they are no words. */
export function items(...texts: string[]): RawItem[] {
  return texts.map((text, index) => ({
    feed: 'complaint',
    door: 'http',
    bytes: Buffer.from(text.startsWith('{') ? text : envelope(text)),
    origin: { index },
  }));
}

/** The envelope of a complaint; the same text is the same piece. */
export const envelope = (text: string, more: object = {}): string =>
  JSON.stringify({
    source: 'hotline',
    sourceId: text,
    occurredAt: '2026-11-02T08:00:00+08:00',
    payload: { text },
    ...more,
  });
