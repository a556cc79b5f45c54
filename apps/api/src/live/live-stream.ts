import { PassThrough } from 'node:stream';
import type { Person } from '@risk/access';
import type { Sight } from '@risk/domain';
import type { Listener } from './live-alerts.js';
import type { LiveNews } from './live-event.js';

/** Whoever reads so slowly asks by itself. */
const MOST_UNREAD = 64 * 1024;

/** Server-sent events to one screen, as long as its login holds. */
export class LiveStream implements Listener {
  readonly bytes = new PassThrough();
  private person: Person;

  /** `stillIn` tells who is there now; null ends the stream. */
  constructor(
    person: Person,
    private readonly stillIn: () => Promise<Person | null>,
  ) {
    this.person = person;
  }

  get who(): string {
    return this.person.id;
  }

  get sight(): Sight {
    return this.person.sight;
  }

  tell({ last, ...news }: LiveNews): void {
    this.write(`id: ${last}\nevent: alerts\ndata: ${JSON.stringify(news)}\n\n`);
  }

  /** Where the stream begins. */
  greet(news: LiveNews): void {
    this.write('retry: 5000\n\n');
    this.tell(news);
  }

  /** Keeps proxies from taking the silence for the end. */
  beat(): void {
    this.write(': \n\n');
  }

  /** Ends with the login; rights that changed count from here on. */
  async check(): Promise<void> {
    const person = await this.stillIn().catch(() => null);
    if (person) this.person = person;
    else this.end();
  }

  end(): void {
    if (this.bytes.writableEnded) return;
    this.bytes.end('event: ended\ndata: {}\n\n');
  }

  private write(text: string): void {
    if (this.bytes.writableEnded) return;
    if (this.bytes.writableLength > MOST_UNREAD) this.end();
    else this.bytes.write(text);
  }
}
