import type { Sight } from '@risk/domain';
import type { Listed } from '@risk/kit';
import type { Database } from '../database.js';
import type { VaultCipher } from '../vault-cipher.js';
import { readHistory, type EntityHistory, type HistoryReader } from './entity-history.js';
import {
  readNeighbourhood,
  type Neighbourhood,
  type NeighbourQuestion,
} from './entity-neighbours.js';
import { readProfile, type EntityProfile } from './entity-profile.js';
import { readRecords, type ListedRecords, type RecordQuestion } from './entity-records.js';
import { readThen, type EntityThen } from './entity-then.js';
import { rootOf } from './root-of.js';
import { PgEntityList, type EntityLine, type EntityQuestion } from './pg-entity-list.js';

/** All that people read about entities; nothing here changes anything. */
export class PgEntityBook {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {}

  list(question: EntityQuestion): Promise<Listed<EntityLine>> {
    return new PgEntityList(this.database).page(question);
  }

  /** The whole that an entity is part of now. */
  profile(entityId: string, sight: Sight): Promise<EntityProfile | null> {
    return readProfile(this.database, entityId, sight);
  }

  history(rootId: string, reader: HistoryReader): Promise<EntityHistory> {
    return readHistory(this.database, rootId, reader);
  }

  records(rootId: string, question: RecordQuestion): Promise<ListedRecords> {
    return readRecords(this.database, this.cipher, rootId, question);
  }

  neighbours(rootId: string, question: NeighbourQuestion): Promise<Neighbourhood> {
    return readNeighbourhood(this.database, rootId, question);
  }

  then(entityId: string, at: Date, reader: HistoryReader): Promise<EntityThen | null> {
    return readThen(this.database, this.cipher, entityId, at, reader);
  }

  /** The id of the whole that an entity is part of now; null when there is none. */
  rootOf(entityId: string): Promise<string | null> {
    return rootOf(this.database, entityId);
  }
}
