import type { RiskIndex } from '@risk/domain';
import type { Clock, Transaction, UnitOfWork } from '@risk/kit';
import type { EntityVerdict } from '../ports.js';
import type { Occasion, OpenHush, TellingStore } from './ports.js';
import type { TellUnits } from './tell-units.js';

const BATCH = 100;

/** What entities are known for now. */
export abstract class Verdicts {
  /** In the order asked for, each with the index that it is asked with. */
  abstract of(
    tx: Transaction,
    asked: readonly { readonly entityId: string; readonly index: RiskIndex }[],
    at: Date,
  ): Promise<EntityVerdict[]>;
}

/** Where hushes are read and how their alerts are told. */
export interface HushGround {
  readonly store: Pick<TellingStore, 'endedHushes' | 'endHush'>;
  readonly verdicts: Verdicts;
  readonly work: UnitOfWork;
  readonly clock: Clock;
}

/** Tells what was held back as soon as its cause ended, as it stands then; nothing held back is lost. */
export class TellHushed {
  constructor(
    private readonly tell: Pick<TellUnits, 'run'>,
    private readonly ground: HushGround,
  ) {}

  /** Answers for how many alerts the cause had ended. */
  async run(): Promise<number> {
    const { store, work, clock } = this.ground;
    let ended = 0;
    for (;;) {
      const at = clock.now();
      const count = await work.run(async (tx) => {
        const hushes = await store.endedHushes(tx, at, BATCH);
        const [told, dropped] = partition(hushes);
        await store.endHush(
          tx,
          dropped.map((one) => one.alertId),
          false,
          at,
        );
        await this.tell.run(tx, await this.occasions(tx, told, at), at);
        return hushes.length;
      });
      ended += count;
      if (count < BATCH) return ended;
    }
  }

  private async occasions(
    tx: Transaction,
    hushes: readonly OpenHush[],
    at: Date,
  ): Promise<Occasion[]> {
    if (hushes.length === 0) return [];
    const verdicts = await this.ground.verdicts.of(tx, hushes, at);
    return hushes.flatMap((hush, i) => {
      const verdict = verdicts[i];
      return verdict ? [occasionOf(hush, verdict)] : [];
    });
  }
}

/** Whether there is still something to tell. */
const isTold = ({ end, status, tier }: OpenHush): boolean =>
  end !== 'drop' && status !== 'closed' && tier !== 'none';

const partition = (hushes: readonly OpenHush[]): readonly [OpenHush[], OpenHush[]] => [
  hushes.filter(isTold),
  hushes.filter((one) => !isTold(one)),
];

/** As the alert stands now; the line that it held back keeps the step one of a kind. */
function occasionOf(hush: OpenHush, verdict: EntityVerdict): Occasion {
  const { id, alertId, changeId, kind, tier, stage, merged, end } = hush;
  const step = `${kind}:${tier}#${changeId}~${id}`;
  const isAside = kind === 'differs';
  const source = end === 'release' ? 'person' : 'model';
  return { alertId, changeId, step, verdict, tier, stage, source, isAside, merged, hasLeft: false };
}
