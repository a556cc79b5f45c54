import type { LoggerService } from '@nestjs/common';
import type { Log } from '@risk/kit';

/** Lets Nest's own words through only when they are warnings or errors. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(): void {
    // Nest tells of every route at start: not for people who run a service.
  }

  error(message: unknown, ...details: unknown[]): void {
    this.to.error('nest', { message: String(message), details: details.map(String) });
  }

  warn(message: unknown): void {
    this.to.warn('nest', { message: String(message) });
  }
}
