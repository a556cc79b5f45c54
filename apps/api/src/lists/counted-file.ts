import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** Hears how many rows left the house, and whether these were all. */
type Listener = (rows: number, isWhole: boolean) => Promise<void>;

/** The end of what leaves row by row: it waits until somebody has heard of it. */
export class Leaving {
  private heard!: (listener: Listener) => void;
  private readonly listener = new Promise<Listener>((resolve) => {
    this.heard = resolve;
  });

  listen(listener: Listener): void {
    this.heard(listener);
  }

  readonly end = async (rows: number, isWhole: boolean): Promise<void> => {
    const listener = await this.listener;
    await listener(rows, isWhole);
  };
}

/** A list on its way out: it does not end before the trail says how many rows it held. */
export class CountedFile extends StreamableFile {
  constructor(
    bytes: Readable,
    options: ConstructorParameters<typeof StreamableFile>[1],
    readonly leaving: Leaving,
  ) {
    super(bytes, options);
  }
}
