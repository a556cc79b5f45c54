import { Log, minutes, type Clock, type Milliseconds } from '@risk/kit';

type Facts = Readonly<Record<string, unknown>>;

/** Says the same sentence at most once a minute: an outage of ten minutes is ten lines, not a flood. */
export class SparingLog extends Log {
  private readonly lastSaid = new Map<string, { at: number; heldBack: number }>();

  constructor(
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly every: Milliseconds = minutes(1),
  ) {
    super();
  }

  override error(sentence: string, facts?: Facts): void {
    this.say('error', sentence, facts);
  }

  override warn(sentence: string, facts?: Facts): void {
    this.say('warn', sentence, facts);
  }

  override info(sentence: string, facts?: Facts): void {
    this.say('info', sentence, facts);
  }

  private say(level: 'error' | 'warn' | 'info', sentence: string, facts: Facts = {}): void {
    const now = this.clock.now().getTime();
    const last = this.lastSaid.get(sentence);
    if (last && now - last.at < this.every) {
      last.heldBack += 1;
      return;
    }
    this.lastSaid.set(sentence, { at: now, heldBack: 0 });
    this.log[level](sentence, last?.heldBack ? { ...facts, heldBack: last.heldBack } : facts);
  }
}
