import { ReporterGate, type NamedEntity } from '@risk/bulletins';
import { refuseReporters, type KnownReporters } from '@risk/cases';
import type { Paper } from '@risk/domain';
import { uniqueBy } from '@risk/kit';

/** Asks the vault who reported those that a bulletin names, only to see that none of it stands in it. */
export class ReportersAtTheGate extends ReporterGate {
  constructor(private readonly reporters: KnownReporters) {
    super();
  }

  async refuse(paper: Paper, named: readonly NamedEntity[]): Promise<void> {
    const entities = uniqueBy(named, ({ entityId }) => entityId);
    const known: string[] = [];
    for (const { entityId } of entities) known.push(...(await this.reporters.of(entityId)));
    refuseReporters(
      [paper],
      known,
      entities.map(({ name }) => name),
    );
  }
}
