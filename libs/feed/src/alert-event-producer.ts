import type { OutgoingMessage, TopicProducer } from './topic-producer.js';

/** Something that happened to an alert, for other systems. */
export interface AlertEvent {
  /** Unique: receivers drop the second delivery by it. */
  readonly id: string;
  /** What happened, as a CloudEvents type, e.g. risk.alert.raised. */
  readonly type: string;
  /** Keeps the events of one alert in order. */
  readonly alertId: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Publishes alert life-cycle events; called from an outbox, so that none is lost and one may come twice. */
export class AlertEventProducer {
  constructor(
    private readonly producer: TopicProducer,
    private readonly topic: string,
    private readonly source = '/risk/alerts',
  ) {}

  publish(events: readonly AlertEvent[]): Promise<void> {
    return this.producer.send(
      this.topic,
      events.map((event) => alertEventMessageOf(event, this.source)),
    );
  }
}

/** CloudEvents 1.0, Kafka binding, binary mode: attributes as ce_ headers, data as the value. */
export function alertEventMessageOf(event: AlertEvent, source: string): OutgoingMessage {
  return {
    key: event.alertId,
    value: JSON.stringify(event.data),
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: source,
      ce_type: event.type,
      ce_subject: event.alertId,
      ce_time: event.at.toISOString(),
      'content-type': 'application/json; charset=utf-8',
    },
  };
}
