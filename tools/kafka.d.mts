export interface LocalKafka {
  readonly brokers: readonly string[];
  readonly port: number;
  readonly dir: string;
  /** The broker's own log file. */
  readonly log: string;
  pid(): number | undefined;
  /** In order (SIGTERM). */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts again on the same folder and port. */
  restart(): Promise<void>;
}

export function kafkaMissing(): string | null;
export function freePort(): Promise<number>;
export function startKafka(options: {
  readonly dir: string;
  readonly port?: number;
  readonly host?: string;
  readonly heapMb?: number;
}): Promise<LocalKafka>;
