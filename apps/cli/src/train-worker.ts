import { parentPort, workerData } from 'node:worker_threads';
import { train, type ClassifierModel, type Example, type TrainOptions } from '@risk/classifier';

/** What the command hands to the thread. */
export interface TrainJob {
  readonly examples: readonly Example[];
  readonly options: Omit<TrainOptions, 'onProgress'>;
}

/** What the thread tells the command. */
export type TrainMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'model'; readonly model: ClassifierModel };

const tell = (message: TrainMessage): void => parentPort?.postMessage(message);

/** Training keeps a processor busy for many seconds: it gets a thread of its own. */
const { examples, options } = workerData as TrainJob;
const model = train(examples, {
  ...options,
  onProgress: (done, of) => {
    tell({ kind: 'progress', done, of });
  },
});
tell({ kind: 'model', model });
