/** Places of several texts, one text behind the other, in room that is used again. */
export class PlaceList {
  all = new Int32Array(256);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  /** Adds the first `count` of some places. */
  add(places: ArrayLike<number>, count: number): void {
    if (this.size + count > this.all.length) this.grow(this.size + count);
    for (let i = 0; i < count; i++) this.all[this.size++] = places[i] ?? 0;
  }

  private grow(needed: number): void {
    const { all } = this;
    this.all = new Int32Array(needed * 2);
    this.all.set(all);
  }
}
