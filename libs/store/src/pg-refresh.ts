import type { Database } from './database.js';

/** Finds whose index is to be computed anew, and remembers when that was done. */
export class PgRefresh {
  constructor(private readonly database: Database) {}

  /** Roots with an index above nothing, in order of their ids. */
  async indexedAfter(id: string, most: number): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      'select id from entity where id = root_id and score > 0 and id > $1 order by id limit $2',
      [id, most],
    );
    return rows.map((row) => row.id);
  }

  async isDone(name: string): Promise<boolean> {
    const rows = await this.database.rows('select from milestone where name = $1', [name]);
    return rows.length > 0;
  }

  /** Older refreshes are of no interest any more. */
  async done(name: string, at: Date): Promise<void> {
    await this.database.rows(
      `with old as (delete from milestone where name like 'indices %' and name <> $1)
       insert into milestone (name, reached_at) values ($1, $2) on conflict do nothing`,
      [name, at],
    );
  }
}
