import type { PoolClient } from 'pg';
import { seconds, type Log } from '@risk/kit';
import type { Database } from '../database.js';

/** That something happened to alerts: those that are new, and the others. */
export interface AlertSignal {
  readonly raised: readonly string[];
  readonly changed: readonly string[];
}

/** Hears of what happens to alerts; whoever hears nothing for a while is told that something may be lost. */
export interface AlertEar {
  heard(signal: AlertSignal): void;
  /** The line was cut: what happened meanwhile is not known. */
  missed(): void;
}

const CHANNEL = 'alert_change';
const PATIENCE = seconds(5);

/** Listens to the database for what happens to alerts, on one connection for the whole process. */
export class AlertSignals {
  private hangUp: (() => Promise<void>) | null = null;
  private isClosed = false;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Listens until it is closed; a line that is cut is opened again. */
  async listen(ear: AlertEar): Promise<void> {
    this.isClosed = false;
    await this.open(ear);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.hangUp?.();
    this.hangUp = null;
  }

  private async open(ear: AlertEar): Promise<void> {
    const runner = this.database.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const hear = ({ payload }: { payload?: string | undefined }): void => {
      ear.heard(signalIn(payload ?? ''));
    };
    const isCut = (error?: Error): void => {
      this.hangUp = null;
      client.removeAllListeners('notification');
      void runner.release().catch(() => undefined);
      if (!this.isClosed) this.again(ear, error);
    };
    client.on('notification', hear);
    client.once('error', isCut);
    this.hangUp = async () => {
      client.off('notification', hear);
      client.off('error', isCut);
      await client.query(`unlisten ${CHANNEL}`).catch(() => undefined);
      await runner.release();
    };
    try {
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      client.off('notification', hear);
      client.off('error', isCut);
      this.hangUp = null;
      await runner.release();
      throw error;
    }
  }

  private again(ear: AlertEar, error?: Error): void {
    this.log.warn('the line that tells of alerts was cut', { error: String(error) });
    setTimeout(() => {
      if (this.isClosed) return;
      this.open(ear).then(
        () => {
          ear.missed();
        },
        (failure: unknown) => {
          this.again(ear, failure as Error);
        },
      );
    }, PATIENCE).unref();
  }
}

/** Reads `+7,8`: 7 is new, something happened to 8. */
export function signalIn(payload: string): AlertSignal {
  const words = payload.split(',').filter((word) => /^\+?\d+$/.test(word));
  return {
    raised: words.filter((word) => word.startsWith('+')).map((word) => word.slice(1)),
    changed: words.filter((word) => !word.startsWith('+')),
  };
}
