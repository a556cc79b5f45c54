import { Subjects, type Subject } from '@risk/bulletins';
import type { Database } from '../database.js';

const ROOT = `
  select root.id as "entityId", root.name, root.sample as samples
  from entity part join entity root on root.id = part.root_id where part.id = $1
`;

/** Finds whole entities by the id of any of their parts. */
export class PgSubjects extends Subjects {
  constructor(private readonly database: Database) {
    super();
  }

  async of(entityId: string): Promise<Subject | null> {
    if (!/^\d{1,18}$/.test(entityId)) return null;
    const [root] = await this.database.rows<Subject>(ROOT, [entityId]);
    return root ?? null;
  }
}
