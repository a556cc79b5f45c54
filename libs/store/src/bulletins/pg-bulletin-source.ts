import { BulletinSource, type AlertDepth, type Question } from '@risk/bulletins';
import type { Span } from '@risk/domain';
import type { Database } from '../database.js';
import * as alerts from './alert-lines.js';
import { Asked, type Asking } from './asked.js';
import * as duties from './duty-lines.js';
import * as entities from './entity-lines.js';
import * as feedLines from './feed-lines.js';
import { figures } from './figures.js';

/** What bulletins tell, read from logs and histories in PostgreSQL as it was known at the end of the span. */
export class PgBulletinSource extends BulletinSource {
  constructor(private readonly database: Database) {
    super();
  }

  hasReal(until: Date) {
    return feedLines.hasReal(this.database, until);
  }

  begunAt(samples: boolean) {
    return feedLines.begunAt(this.database, samples);
  }

  feeds(question: Question, lateAfterHours: number) {
    return feedLines.feeds(this.database, Asked.of(question), lateAfterHours);
  }

  raised(question: Question, limit: number, depth: AlertDepth = { told: limit, quoted: limit }) {
    return alerts.raised(this.database, Asked.of(question), limit, depth);
  }

  open(question: Question) {
    return alerts.open(this.database, Asked.of(question));
  }

  moves(question: Question, limit: number) {
    return alerts.moves(this.database, Asked.of(question), limit);
  }

  risers(question: Question, limit: number) {
    return entities.risers(this.database, Asked.of(question), limit);
  }

  yields(question: Question, atLeast: number, limit: number) {
    return entities.yields(this.database, Asked.of(question), atLeast, limit);
  }

  complained(question: Question, limit: number) {
    return entities.complained(this.database, Asked.of(question), limit);
  }

  owing(question: Question) {
    return duties.owing(this.database, Asked.of(question));
  }

  overdue(question: Question, limit: number) {
    return duties.overdue(this.database, Asked.of(question), limit);
  }

  handOvers(question: Question, limit: number) {
    return duties.handOvers(this.database, Asked.of(question), limit);
  }

  outcomes(question: Question, limit: number) {
    return entities.outcomes(this.database, Asked.of(question), limit);
  }

  figures(asking: Asking, spans: readonly Span[]) {
    return figures(this.database, asking, spans);
  }

  trend(question: Question, days: number) {
    return alerts.trend(this.database, Asked.of(question), days);
  }
}
