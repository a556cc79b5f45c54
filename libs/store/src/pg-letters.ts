import { LetterStore, type LetterContent, type NewLetter, type SignedLetter } from '@risk/cases';
import type { Transaction } from '@risk/kit';
import { claimNumber } from './letter-numbers.js';
import { clientOf } from './pg-unit-of-work.js';
import { withDates } from './revive-dates.js';

const COLUMNS = `id, alert_id as "alertId", code, unit, number, signed_on::text as "on", title, size::int, sha256,
  sm3, signed_by as by, because, signed_at as at`;

const KEEP = `
  insert into letter (alert_id, code, unit, number, signed_on, title, facts, paper, size, sha256, sm3, signed_by,
    because, signed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  returning ${COLUMNS}
`;

interface KeptContent {
  readonly facts: string;
  readonly paper: string;
}

/** Signed letters, in a table that only grows. */
export class PgLetters extends LetterStore {
  async keep(tx: Transaction, letter: NewLetter): Promise<SignedLetter> {
    const { alertId, code, unit, number, on, title, facts, paper } = letter;
    const { size, sha256, sm3, by, because, at } = letter;
    const { rows } = await clientOf(tx).query<SignedLetter>(KEEP, [
      ...[alertId, code, unit, number, on, title, JSON.stringify(facts), JSON.stringify(paper)],
      ...[size, sha256, sm3, by, because, at],
    ]);
    const [kept] = rows;
    if (!kept) throw new Error('the letter was not kept');
    if (number !== null) await claimNumber(tx, { unit, number }, { letter: kept.id });
    return kept;
  }

  async find(tx: Transaction, id: string): Promise<(SignedLetter & LetterContent) | null> {
    const { rows } = await clientOf(tx).query<SignedLetter & KeptContent>(
      `select ${COLUMNS}, facts::text as facts, paper::text as paper from letter where id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) return null;
    const { facts, paper, ...letter } = row;
    return {
      ...letter,
      facts: withDates(facts) as object,
      paper: JSON.parse(paper) as LetterContent['paper'],
    };
  }

  async ofAlert(tx: Transaction, alertId: string): Promise<SignedLetter[]> {
    const { rows } = await clientOf(tx).query<SignedLetter>(
      `select ${COLUMNS} from letter where alert_id = $1 order by id`,
      [alertId],
    );
    return rows;
  }
}
