const NONE = -1;
const EMPTY = 0;

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, least)));

/** A trie over symbol codes whose edges live in one open-addressed hash table of typed arrays. */
export class Trie {
  private readonly mask: number;
  /** Parent node + 1 (0 is an empty slot), code and child of each edge. */
  private readonly parents: Int32Array;
  private readonly codes: Uint16Array;
  private readonly children: Int32Array;
  private readonly terms: Int32Array;
  /** Terms that end on the same node, chained. */
  private readonly nextTerm: Int32Array;
  private nodes = 1;

  constructor(sequences: readonly Uint16Array[]) {
    const edges = sequences.reduce((sum, sequence) => sum + sequence.length, 0);
    const slots = powerOfTwo(edges * 2);
    this.mask = slots - 1;
    this.parents = new Int32Array(slots);
    this.codes = new Uint16Array(slots);
    this.children = new Int32Array(slots);
    this.terms = new Int32Array(edges + 1).fill(NONE);
    this.nextTerm = new Int32Array(sequences.length).fill(NONE);
    // From last to first, so that terms on one node come out in their order.
    for (let term = sequences.length - 1; term >= 0; term--)
      this.insert(sequences[term] ?? new Uint16Array(), term);
  }

  private slotOf(node: number, code: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.mask;
    for (;;) {
      const parent = this.parents[slot] ?? 0;
      if (parent === EMPTY || (parent === node + 1 && this.codes[slot] === code)) return slot;
      slot = (slot + 1) & this.mask;
    }
  }

  private insert(sequence: Uint16Array, term: number): void {
    let node = 0;
    for (const code of sequence) {
      const slot = this.slotOf(node, code);
      if (this.parents[slot] === EMPTY) {
        this.parents[slot] = node + 1;
        this.codes[slot] = code;
        this.children[slot] = this.nodes++;
      }
      node = this.children[slot] ?? 0;
    }
    this.nextTerm[term] = this.terms[node] ?? 0;
    this.terms[node] = term;
  }

  /** The node behind an edge, or -1. */
  child(node: number, code: number): number {
    const slot = this.slotOf(node, code);
    return this.parents[slot] === EMPTY ? NONE : (this.children[slot] ?? 0);
  }

  /** The first term that ends on a node, or -1; `after` gives the next. */
  termAt(node: number): number {
    return this.terms[node] ?? 0;
  }

  after(term: number): number {
    return this.nextTerm[term] ?? 0;
  }
}
