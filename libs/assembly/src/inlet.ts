import type { RawItem } from '@risk/intake';
import { NOTHING, sumOf, type BatchPath, type BatchReport } from './process-batch.js';

/** What a door may say after handing items in. */
export type Accepted =
  | ({ readonly kept: true } & BatchReport)
  /** With Kafka the items are safely in the broker; the pipeline judges them within seconds. */
  | { readonly kept: false; readonly queued: number };

/** Where the HTTP and file doors hand their items in. */
export abstract class Inlet {
  abstract accept(items: readonly RawItem[]): Promise<Accepted>;
}

/** Without Kafka: straight to the use case, answered after the commit. */
export class DirectInlet extends Inlet {
  constructor(private readonly process: BatchPath) {
    super();
  }

  async accept(items: readonly RawItem[]): Promise<Accepted> {
    return { kept: true, ...(await this.process.run(items)) };
  }
}

/** The answers to the batches of one delivery as one answer. */
export function acceptedSum(answers: readonly Accepted[]): Accepted {
  if (answers.some((a) => !a.kept)) {
    return {
      kept: false,
      queued: answers.reduce((n, a) => n + (a.kept ? a.received : a.queued), 0),
    };
  }
  const reports = answers.filter((a) => a.kept);
  return {
    kept: true,
    ...reports.reduce<BatchReport>((sum, report) => sumOf(sum, report), NOTHING),
  };
}
