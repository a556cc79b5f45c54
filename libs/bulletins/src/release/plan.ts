import { scopeText } from '@risk/domain';
import { chinaDay, Invalid, NotFound } from '@risk/kit';
import { writtenMoment } from '../written-moment.js';
import type { BulletinPolicy, RecipientGroup } from '../policy.js';
import { readScope } from '../scope.js';
import { slotNamed, slotText, type Slot } from '../schedule/slots.js';
import type { Workdays } from '@risk/routing';
import type { BulletinKey } from './bulletin.js';
import type { Order } from './make-bulletin.js';
import type { Subject } from './subjects.js';
import {
  askOf,
  headingOf,
  seriesOf,
  seriesText,
  type CityRegister,
  type Series,
} from './series.js';

/** What is made for whom and when: policy, city and calendar. */
export interface Plan {
  readonly policy: BulletinPolicy;
  readonly city: CityRegister;
  readonly calendar: Workdays;
}

const PLATFORM = '平台';

/** The order of a regular issue. */
export function orderOf(plan: Plan, series: Series, slot: Slot, samples: boolean): Order {
  const { policy, city, calendar } = plan;
  return {
    key: { kind: series.rhythm.kind, slot: slot.name, scope: scopeText(series.scope), revision: 0 },
    ask: askOf(series, slot, calendar, policy, samples),
    heading: headingOf(series, slot, city, samples),
    sections: series.sections,
    to: series.to,
    release: series.release,
    corrects: null,
    by: PLATFORM,
    because: `到期自动编制${slotText(slot)}`,
  };
}

/** Who wants a special report, and why. */
export interface Wish {
  readonly by: string;
  readonly because: string;
}

/** The order of a special report on one entity, as of a moment. */
export function specialOrder(
  { policy, city }: Pick<Plan, 'policy' | 'city'>,
  { entityId, name, samples }: Subject,
  asOf: Date,
  { by, because }: Wish,
): Order {
  const scope = { kind: 'entity', code: entityId } as const;
  const { special, thresholds } = policy;
  return {
    key: { kind: 'special', slot: asOf.toISOString(), scope: scopeText(scope), revision: 0 },
    // From the first record on: a special report tells the whole story.
    ask: {
      kind: 'special',
      scope,
      span: { since: new Date(0), until: asOf },
      samples,
      thresholds,
      comparisons: [],
    },
    heading: {
      name: special.name,
      title: `关于${name}有关风险线索的专报`,
      unit: city.office.name,
      date: chinaDay(asOf),
      samples,
      correction: null,
      covers: `数据截至${writtenMoment(asOf)}。`,
    },
    sections: special.sections,
    to: special.to,
    release: special.release,
    corrects: null,
    by,
    because,
  };
}

/** The order by which a kept bulletin can be composed again; what the policy no longer knows is refused in words. */
export function orderAgain(plan: Plan, key: BulletinKey, subject: Subject | null): Order {
  const { kind, slot: slotName, scope, samples } = key;
  if (kind === 'special') {
    if (!subject) throw new NotFound(`专报所述的主体已不存在（${scope}）`);
    const wish = { by: PLATFORM, because: '重新编制' };
    return specialOrder(plan, subject, new Date(slotName), wish);
  }
  const series = seriesNamed(plan, kind, scope);
  const slot = slotNamed(series.rhythm, plan.calendar, slotName);
  if (!slot) throw new Invalid(`没有这一期：${slotName}（${seriesText(series)}）`);
  return orderOf(plan, series, slot, samples);
}

/** The series of a kind for a reader; refuses what is not planned. */
export function seriesNamed(
  { policy, city }: Plan,
  kind: BulletinKey['kind'],
  scope: string,
): Series {
  readScope(scope);
  const all = seriesOf(policy, city);
  const found = all.find((one) => one.rhythm.kind === kind && scopeText(one.scope) === scope);
  if (found) return found;
  throw new Invalid(`edition：bulletins.yaml 没有安排“${scope}”的这种简报`);
}

/** Who gets a bulletin now, whenever it was drafted. */
export function recipientsOf(
  plan: Plan,
  { kind, scope }: Pick<BulletinKey, 'kind' | 'scope'>,
): readonly RecipientGroup[] {
  return kind === 'special' ? plan.policy.special.to : seriesNamed(plan, kind, scope).to;
}
