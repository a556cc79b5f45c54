import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { processSigns, type ProcessSigns } from './process-signs.js';

/** An answer at a door of the HTTP server. */
export interface Answered {
  readonly method: string;
  /** The address as it was declared: `/api/alerts/:id`, never with an id in it. */
  readonly door: string;
  readonly status: number;
  readonly seconds: number;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts what this process does. No label ever bears what somebody typed, an id or a name. */
export class Meters {
  readonly registry = new Registry();
  private readonly answers: Counter;
  private readonly answerSeconds: Histogram;
  private readonly batches: Counter;
  private readonly batchSeconds: Histogram;
  private isWatching = false;

  constructor() {
    const registers = [this.registry];
    this.answers = new Counter({
      name: 'risk_http_requests_total',
      help: 'Answers of the HTTP server, by method, door (route template) and status',
      labelNames: ['method', 'door', 'status'],
      registers,
    });
    this.answerSeconds = new Histogram({
      name: 'risk_http_request_seconds',
      help: 'How long answers took, by method and door',
      labelNames: ['method', 'door'],
      buckets: SECONDS,
      registers,
    });
    this.batches = new Counter({
      name: 'risk_batches_total',
      help: 'Batches of records that went through this process, by outcome',
      labelNames: ['outcome'],
      registers,
    });
    this.batchSeconds = new Histogram({
      name: 'risk_batch_seconds',
      help: 'How long a batch of records took, from parsing to the commit',
      buckets: SECONDS,
      registers,
    });
  }

  /** Also tells of the process itself: memory, CPU, lag of the event loop. */
  watchProcess(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    collectDefaultMetrics({ register: this.registry });
  }

  /** The process as the same metrics tell of it. */
  process(): Promise<ProcessSigns> {
    this.watchProcess();
    return processSigns(this.registry);
  }

  answered({ method, door, status, seconds }: Answered): void {
    const known = METHODS.has(method) ? method : 'other';
    this.answers.inc({ method: known, door, status: String(status) });
    this.answerSeconds.observe({ method: known, door }, seconds);
  }

  batch(outcome: 'kept' | 'failed', seconds: number): void {
    this.batches.inc({ outcome });
    this.batchSeconds.observe(seconds);
  }
}
