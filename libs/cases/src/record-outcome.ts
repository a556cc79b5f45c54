import {
  outcomeName,
  schemeName,
  type Outcome,
  type OutcomeVerdict,
  type Scheme,
} from '@risk/domain';
import { chinaDay, Invalid, isCalendarDay, type Clock, type Transaction } from '@risk/kit';
import { lockEntity } from './find-entity.js';
import type { CaseStore } from './ports.js';
import { refuseStale, signed, type Signature } from './signature.js';

/** What became of a suspicion, as a person reports it. */
export interface OutcomeRequest extends Signature {
  /** Id, credit code or exact name. */
  readonly entity: string;
  readonly verdict: OutcomeVerdict;
  readonly scheme: Scheme | null;
  readonly exposedOn: string | null;
  readonly losses: number | null;
  readonly people: number | null;
  /** The outcome that the person saw last; null when there was none. */
  readonly seen: string | null;
}

/** Keeps how a case ended; a later outcome takes the place of the earlier one, which stays on record. */
export class RecordOutcome {
  constructor(
    private readonly cases: CaseStore,
    private readonly clock: Clock,
  ) {}

  /** `field` is what the door calls `seen`. */
  async run(tx: Transaction, request: OutcomeRequest, field = 'seen'): Promise<Outcome> {
    const at = this.clock.now();
    const signature = signed(request);
    refuseContradictions(request, chinaDay(at));
    const { entityId } = await lockEntity(this.cases, tx, request.entity);
    const before = await this.cases.outcomesOf(tx, entityId);
    refuseStale(before, request.seen, sayOutcome, { place: '这个主体', thing: '决定', field });
    const { verdict, scheme, exposedOn, losses, people } = request;
    const told = { verdict, scheme, exposedOn, losses, people };
    const supersedes = before.at(-1)?.id ?? null;
    return this.cases.keepOutcome(tx, { entityId, ...told, ...signature, at, supersedes });
  }
}

const sayOutcome = ({ verdict, scheme }: Outcome): string =>
  `记为${outcomeName(verdict)}${scheme === null ? '' : `（${schemeName(scheme)}）`}`;

type Told = Pick<OutcomeRequest, 'verdict' | 'scheme' | 'exposedOn' | 'losses' | 'people'>;

/** What contradicts itself, and in what words it is refused; the first that does is told. */
const CONTRADICTIONS: readonly {
  readonly does: (told: Told, today: string) => boolean;
  readonly says: string;
}[] = [
  { does: ({ scheme }) => scheme === 'none', says: 'scheme：没有违法行为请记为排除（refuted）' },
  {
    does: ({ verdict, scheme }) => verdict === 'confirmed' && scheme === null,
    says: 'scheme：查实的请写明类型',
  },
  {
    does: ({ verdict, scheme, exposedOn, losses, people }) =>
      verdict === 'refuted' && [scheme, exposedOn, losses, people].some((one) => one !== null),
    says: 'verdict：排除的没有类型、暴露日期、损失和人数',
  },
  {
    does: ({ exposedOn }) => exposedOn !== null && !isCalendarDay(exposedOn),
    says: 'exposedOn：不是日期，应为 yyyy-mm-dd',
  },
  {
    does: ({ exposedOn }, today) => exposedOn !== null && exposedOn > today,
    says: 'exposedOn：暴露日期在今天之后',
  },
  {
    does: ({ losses }) => losses !== null && !(losses >= 0 && losses < 1e15),
    says: 'losses：损失应为不小于零的金额（元）',
  },
  {
    does: ({ people }) =>
      people !== null && !(Number.isInteger(people) && people >= 0 && people < 1e9),
    says: 'people：人数应为不小于零的整数',
  },
];

function refuseContradictions(told: Told, today: string): void {
  const first = CONTRADICTIONS.find(({ does }) => does(told, today));
  if (first) throw new Invalid(first.says, { ...told, today });
}
