import type { Paper, Sheet } from '@risk/domain';
import { refuseReporters } from '../letters/refuse-reporters.js';

/** The last gate for a table: a row is a line, as on paper. */
export function refuseReportersIn(
  { name, head, rows }: Sheet,
  canaries: readonly string[],
  registered: readonly string[],
): void {
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '')));
  const paper: Paper = {
    kind: 'form',
    title: name,
    addressee: null,
    body: [{ kind: 'table', head, rows: cells }],
    attachments: [],
    signature: null,
    date: '',
    copies: [],
    isDraft: false,
    number: null,
  };
  refuseReporters([paper], canaries, registered);
}
