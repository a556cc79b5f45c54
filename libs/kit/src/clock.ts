/** Where the time comes from; tests hand in one that travels. */
export abstract class Clock {
  abstract now(): Date;
}

/** The wall clock of this machine: the only place in the house that asks for the time. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
