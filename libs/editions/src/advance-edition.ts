import { personName } from '@risk/domain';
import { Conflict, NotFound, type Clock, type UnitOfWork } from '@risk/kit';
import { refusalOf, type Edition, type EditionStep, type WantedStep } from './edition.js';
import type { EditionStore } from './ports.js';

/** A step wanted of an edition. */
export type StepWish = Omit<WantedStep, 'at'> & {
  readonly editionId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Takes one step in the life of an edition, or says in a sentence why it may not be taken. */
export class AdvanceEdition {
  constructor(
    private readonly store: EditionStore,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run({ editionId, detail, ...wish }: StepWish): Promise<Edition> {
    await this.work.run(async (tx) => {
      await this.store.hold(tx);
      const wanted = await this.allowed({ editionId, ...wish });
      await this.store.step(tx, editionId, stepOf(wanted, detail));
    });
    return this.found(editionId);
  }

  /** The step as it would be taken now; throws what `run` would, for whoever works long before it. */
  async allowed({ editionId, ...wish }: Omit<StepWish, 'detail'>): Promise<WantedStep> {
    const edition = await this.found(editionId);
    const wanted = { ...wish, at: this.clock.now() };
    const refusal = refusalOf(edition, wanted);
    if (refusal !== null) throw new Conflict(refusal);
    return wanted;
  }

  private async found(editionId: string): Promise<Edition> {
    const edition = await this.store.find(editionId);
    if (!edition) throw new NotFound(`没有版本 ${editionId}`);
    return edition;
  }
}

function stepOf(
  { kind, by, because, at, urgent }: WantedStep,
  detail: StepWish['detail'],
): EditionStep {
  const more = urgent === true ? { ...detail, urgent } : detail;
  return { kind, by: personName(by), because: because.trim(), at, detail: more ?? null };
}
