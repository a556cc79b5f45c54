import { Clock } from '../clock.js';

/** A clock that stands still until a test moves it. */
export class FakeClock extends Clock {
  private at: number;

  constructor(start = '2026-11-02T09:00:00+08:00') {
    super();
    this.at = Date.parse(start);
  }

  now(): Date {
    return new Date(this.at);
  }

  goTo(moment: string): void {
    this.at = Date.parse(moment);
  }

  advance(milliseconds: number): void {
    this.at += milliseconds;
  }
}
