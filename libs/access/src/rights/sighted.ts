import type { Sight } from '@risk/domain';

/** The kinds of things that have an id and not everybody may see. */
export type Sighted =
  | 'alert'
  | 'entity'
  | 'record'
  | 'notice'
  | 'verification'
  | 'handover'
  | 'attachment'
  | 'letter'
  | 'meeting'
  | 'task'
  | 'bulletin'
  | 'tip';

/** Tells which things somebody may see; everything else is for them as if it did not exist. */
export abstract class SightedThings {
  /** Those of the ids that may be seen; whether they exist is not asked for whoever sees the whole city. */
  abstract among(kind: Sighted, ids: readonly string[], sight: Sight): Promise<ReadonlySet<string>>;

  async sees(kind: Sighted, id: string, sight: Sight): Promise<boolean> {
    return (await this.among(kind, [id], sight)).has(id);
  }
}
