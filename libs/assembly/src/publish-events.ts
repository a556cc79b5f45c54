import { AlertEventProducer, DeadLetterProducer, TopicProducer } from '@risk/feed';
import { PgEventOutbox, type UnpublishedChange, type UnpublishedLetter } from '@risk/store';
import type { House } from './house.js';
import { kafkaOf } from './kafka.js';

const BATCH = 200;

/** Carries alert changes and dead letters to Kafka: marked only after the broker has them. */
export class PublishEvents {
  private constructor(
    private readonly house: House,
    private readonly outbox: PgEventOutbox,
    private readonly producer: TopicProducer,
    private readonly out: {
      readonly letters: DeadLetterProducer;
      readonly alerts: AlertEventProducer;
    },
  ) {}

  /** Null where there is no Kafka to publish on. */
  static over(house: House): PublishEvents | null {
    const kafka = kafkaOf(house.environment);
    if (!kafka) return null;
    const producer = new TopicProducer(kafka.connection, house.log);
    return new PublishEvents(house, new PgEventOutbox(house.database, house.cipher), producer, {
      letters: new DeadLetterProducer(producer, kafka.topics.deadLetter),
      alerts: new AlertEventProducer(producer, kafka.topics.alerts),
    });
  }

  async run(): Promise<void> {
    await this.publishLetters(await this.outbox.letters(BATCH));
    await this.publishChanges(await this.outbox.changes(BATCH));
  }

  async close(): Promise<void> {
    await this.producer.close();
  }

  private async publishLetters(letters: readonly UnpublishedLetter[]): Promise<void> {
    if (letters.length === 0) return;
    await this.out.letters.publish(letters.map(deadLetterOf));
    await this.outbox.markLetters(
      letters.map((l) => l.id),
      this.house.clock.now(),
    );
  }

  private async publishChanges(changes: readonly UnpublishedChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.out.alerts.publish(changes.map(eventOf));
    await this.outbox.markChanges(
      changes.map((c) => c.id),
      this.house.clock.now(),
    );
  }
}

function deadLetterOf({ feed, reason, origin, bytes }: UnpublishedLetter) {
  const { topic, partition, offset } = origin;
  const from = { topic: String(topic), partition: Number(partition), offset: String(offset) };
  return { feed, reason, value: bytes, key: null, from };
}

function eventOf({ id, alertId, kind, at, ...data }: UnpublishedChange) {
  return {
    id: `alert-change-${id}`,
    type: `risk.alert.${kind}`,
    alertId,
    at,
    data: { alertId, kind, at, ...data },
  };
}
