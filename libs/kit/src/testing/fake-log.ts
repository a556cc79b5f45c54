import { Log } from '../log.js';

type Facts = Readonly<Record<string, unknown>>;

/** A log that remembers what was said, with its facts. */
export class FakeLog extends Log {
  readonly lines: {
    readonly level: 'error' | 'warn' | 'info';
    readonly sentence: string;
    readonly facts: Facts;
  }[] = [];

  override error(sentence: string, facts: Facts = {}): void {
    this.lines.push({ level: 'error', sentence, facts });
  }

  override warn(sentence: string, facts: Facts = {}): void {
    this.lines.push({ level: 'warn', sentence, facts });
  }

  override info(sentence: string, facts: Facts = {}): void {
    this.lines.push({ level: 'info', sentence, facts });
  }
}
