import { chinaTime, Conflict, type Transaction } from '@risk/kit';
import { clientOf } from './pg-unit-of-work.js';

/** What bears a number: a signed letter, or the letter of a hand-over. */
export type Numbered = { readonly letter: string } | { readonly handOver: string };

const CLAIM = `
  insert into letter_number (unit, number, letter_id, handover_id) values ($1, $2, $3, $4) on conflict do nothing
`;

const TAKEN = `
  select coalesce(l.signed_by, h.made_by) as by, coalesce(l.signed_at, h.made_at) as at,
    coalesce('《' || l.title || '》（文书 ' || l.id || '）', '移送（移送 ' || h.id || '）') as what
  from letter_number n
    left join letter l on l.id = n.letter_id
    left join handover h on h.id = n.handover_id
  where n.unit = $1 and n.number = $2
`;

/** Takes the number of a unit's letter for what bears it; Conflict, with who took it first, when it is taken. */
export async function claimNumber(
  tx: Transaction,
  { unit, number }: { readonly unit: string; readonly number: string },
  by: Numbered,
): Promise<void> {
  const client = clientOf(tx);
  const ids = 'letter' in by ? [by.letter, null] : [null, by.handOver];
  const { rowCount } = await client.query(CLAIM, [unit, number, ...ids]);
  if (rowCount === 1) return;
  const { rows } = await client.query<{ by: string; at: Date; what: string }>(TAKEN, [
    unit,
    number,
  ]);
  const [first] = rows;
  const whose = first ? `已由 ${first.by} 于 ${chinaTime(first.at)} 用于${first.what}` : '已用';
  throw new Conflict(`number：文号“${number}”${whose}，请换一个`, { number });
}
