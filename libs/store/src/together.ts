/** One piece of work that waits for the next statement. */
interface Waiting<T, R> {
  readonly item: T;
  readonly done: (result: R) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Does in one statement what comes in while the statement before is under way: alone it waits for nobody,
 * under load many share one commit.
 */
export class Together<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private busy = false;

  constructor(private readonly work: (items: readonly T[]) => Promise<readonly R[]>) {}

  do(item: T): Promise<R> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      if (!this.busy) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.busy = true;
    // What begins in the same turn goes together.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.once(this.waiting.splice(0));
    this.busy = false;
  }

  private async once(all: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.work(all.map(({ item }) => item));
      all.forEach(({ done, failed }, at) => {
        const result = results[at];
        if (result === undefined) failed(new Error('a statement answered too little'));
        else done(result);
      });
    } catch (error) {
      for (const { failed } of all) failed(error);
    }
  }
}
