/** A column with sealed bytes: how its rows are counted on, and to which place each is bound. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Unique and growing; the walk goes along it. */
  readonly key: string;
  /** SQL of the place that is bound into the MAC. */
  readonly place: string;
  /** At most so many rows in one batch, where rows are big. */
  readonly atOnce?: number;
}

/** Everything that lies sealed; one line to add one, and a fence on its table (`fencedTable`). */
export const SEALED: readonly SealedColumn[] = [
  {
    table: 'reporter_vault',
    column: 'sealed',
    key: 'record_id',
    place: `'reporter:' || record_id`,
  },
  { table: 'dead_letter', column: 'original', key: 'id', place: 'digest' },
  { table: 'dead_letter', column: 'parsed', key: 'id', place: 'digest' },
  {
    table: 'attachment',
    column: 'sealed',
    key: 'id',
    place: `'attachment:' || alert_id || ':' || sm3`,
    atOnce: 5,
  },
  {
    table: 'import_fault',
    column: 'sealed',
    key: 'id',
    place: `'import:' || job_id || ':' || row`,
  },
  {
    table: 'second_factor',
    column: 'sealed',
    key: 'account_id',
    place: `'second-factor:' || account_id`,
  },
  {
    table: 'tip_file',
    column: 'sealed',
    key: 'id',
    place: `'tip:' || tip_id || ':' || sm3`,
    atOnce: 10,
  },
];
