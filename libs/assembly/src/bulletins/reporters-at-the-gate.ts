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
    refuseReporters(
      [paper],
      await this.reporters.of(entities.map(({ entityId }) => entityId)),
      entities.map(({ name }) => name),
    );
  }
}
