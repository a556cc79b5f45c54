import { parentPort } from 'node:worker_threads';
import type { PressedFile } from '@risk/bulletins';
import type { Paper, Sheet } from '@risk/domain';
import { BulletinPapers } from './bulletin-papers.js';

/** What the house asks of the thread. */
export interface PrintTask {
  readonly task: number;
  readonly paper: Paper;
  readonly sheets: readonly Sheet[];
}

/** What the thread tells the house. */
export type Printed =
  | { readonly task: number; readonly files: readonly PressedFile[] }
  | { readonly task: number; readonly failed: string };

const press = new BulletinPapers();

async function printed({ task, paper, sheets }: PrintTask): Promise<Printed> {
  try {
    return { task, files: await press.press(paper, sheets) };
  } catch (error) {
    return { task, failed: String(error) };
  }
}

parentPort?.on('message', (wanted: 'prepare' | PrintTask) => {
  if (wanted === 'prepare') press.prepare();
  else void printed(wanted).then((message) => parentPort?.postMessage(message));
});
