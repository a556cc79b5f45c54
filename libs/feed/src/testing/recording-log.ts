import { Log } from '@risk/kit';

/** Remembers what was said. */
export class RecordingLog extends Log {
  readonly lines: { readonly level: 'error' | 'warn' | 'info'; readonly sentence: string }[] = [];

  override error(sentence: string): void {
    this.lines.push({ level: 'error', sentence });
  }
  override warn(sentence: string): void {
    this.lines.push({ level: 'warn', sentence });
  }
  override info(sentence: string): void {
    this.lines.push({ level: 'info', sentence });
  }

  count(sentence: string): number {
    return this.lines.filter((line) => line.sentence === sentence).length;
  }
}
