import { Throttled } from '@risk/kit';

/** Lets so many do something big at once; the next is asked to come again. */
export class Lanes {
  private busy = 0;

  constructor(private readonly most: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy >= this.most) throw new Throttled('现在提交的人太多，请过一会儿再试');
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.busy -= 1;
    }
  }
}
