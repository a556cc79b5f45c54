import type { LiveNews } from '../api/queue.js';

/** What of a stream of events is used. */
export interface EventLine {
  readonly readyState: number;
  addEventListener(
    name: string,
    hear: (event: { data?: string; lastEventId?: string }) => void,
  ): void;
  close(): void;
}

/** What a line is made of. */
export interface LineHands {
  readonly open: () => EventLine;
  /** The same asked for, where streams are cut. */
  readonly ask: (since: string | null) => Promise<LiveNews>;
  /** Does something later; answers how to leave it. */
  readonly later: (act: () => void, milliseconds: number) => () => void;
}

/** How somebody hears of what happens: at once, every half minute, or not now. */
export type LineState = 'live' | 'asking' | 'off';

/** Who listens. */
export interface LineEar {
  readonly heard: (news: LiveNews) => void;
  readonly stands: (state: LineState) => void;
  /** The login ended. */
  readonly ended: () => void;
}

const CLOSED = 2;
/** A stream that says nothing for so long at its beginning is held back by a proxy. */
const PATIENCE = 10_000;
const ASKED_EVERY = 30_000;
const MOST_FAILURES = 3;
/** After so many questions the stream is tried again. */
const TRIED_AGAIN_AFTER = 10;

/** Hears what happens to alerts: by a stream, or by asking where a proxy cuts it; goes on where it left off. */
export class LiveLine {
  private line: EventLine | null = null;
  private leave: (() => void) | null = null;
  private last: string | null = null;
  private failures = 0;

  constructor(
    private readonly hands: LineHands,
    private readonly ear: LineEar,
  ) {}

  start(): void {
    // A stream that is opened anew begins now: what happened meanwhile is asked for.
    if (this.last !== null) void this.catchUp();
    this.failures = 0;
    const line = this.hands.open();
    this.line = line;
    this.wait(() => {
      this.askInstead();
    }, PATIENCE);
    line.addEventListener('alerts', (event) => {
      this.hear(event);
    });
    line.addEventListener('ended', () => {
      this.stop();
      this.ear.ended();
    });
    line.addEventListener('error', () => {
      this.fail(line);
    });
  }

  stop(): void {
    this.line?.close();
    this.line = null;
    this.leave?.();
    this.leave = null;
    this.ear.stands('off');
  }

  private hear({ data = '', lastEventId = '' }: { data?: string; lastEventId?: string }): void {
    this.leave?.();
    this.failures = 0;
    if (lastEventId !== '') this.last = lastEventId;
    this.ear.stands('live');
    this.tell({ ...(JSON.parse(data) as LiveNews), last: lastEventId });
  }

  private fail(line: EventLine): void {
    this.failures += 1;
    if (line.readyState === CLOSED || this.failures >= MOST_FAILURES) this.askInstead();
  }

  private askInstead(): void {
    this.line?.close();
    this.line = null;
    this.ear.stands('asking');
    this.askOn(TRIED_AGAIN_AFTER);
  }

  private askOn(left: number): void {
    this.wait(() => {
      if (left === 0) this.start();
      else
        void this.catchUp().then(() => {
          if (this.leave) this.askOn(left - 1);
        });
    }, ASKED_EVERY);
  }

  private async catchUp(): Promise<void> {
    try {
      const news = await this.hands.ask(this.last);
      this.last = news.last;
      this.tell(news);
    } catch {
      // Asked again in a while; the list itself says when the server cannot be reached.
    }
  }

  private tell(news: LiveNews): void {
    if (news.isLost || news.raised.length + news.changed.length > 0) this.ear.heard(news);
  }

  private wait(act: () => void, milliseconds: number): void {
    this.leave?.();
    this.leave = this.hands.later(act, milliseconds);
  }
}
