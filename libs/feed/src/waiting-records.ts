import type { Delivery, Piece } from './delivery.js';

/**
 * The deliveries that wait for a free lane. A batch is cut across partitions, in order of arrival,
 * and a partition is never in two batches at once: the order of a subject's records is kept.
 */
export class WaitingRecords {
  private deliveries: Delivery[] = [];

  add(delivery: Delivery): void {
    this.deliveries.push(delivery);
  }

  /** The next batch of at most `most` messages; empty when nothing can go now. */
  take(most: number): Piece[] {
    const pieces: Piece[] = [];
    let room = most;
    for (const delivery of this.deliveries) {
      const piece = delivery.take(room);
      if (!piece) continue;
      pieces.push(piece);
      room -= piece.messages.length;
    }
    return pieces;
  }

  interrupt(because: Error): void {
    for (const delivery of this.deliveries) delivery.interrupt(because);
    this.sweep();
  }

  /** Forgets the deliveries that are over. */
  sweep(): void {
    this.deliveries = this.deliveries.filter((delivery) => !delivery.isOver);
  }
}
