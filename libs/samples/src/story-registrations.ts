import type { RegistrationPayload } from '@risk/domain';
import type { Cast } from './cast.js';
import type { Draft } from './draft.js';
import { feedDay } from './moments.js';
import { registered } from './ordinary-registrations.js';
import type { RegisterStage, Telling } from './stages.js';

/** What the register sees of a story; nothing when nobody registered. */
export function register(stage: RegisterStage, telling: Telling): Draft | null {
  const { cast, at, foundedAt, key } = telling;
  const firm = stage === 'companion' ? cast.companion : cast.firm;
  const event = registerEvent(stage, cast, feedDay(at));
  if (!firm || !event) return null;
  const payload = {
    ...registered(firm, feedDay(stage === 'companion' ? at : (foundedAt ?? at))),
    websites: [cast.site],
    paidInCapital: 0,
    ...event,
    sample: true as const,
  };
  return { feed: 'registration', at, key, related: [], payload };
}

type Event = Partial<RegistrationPayload>;

function registerEvent(stage: RegisterStage, cast: Cast, on: string): Event | null {
  const { boss, formerName, later } = cast;
  const shareholders = [{ name: boss, kind: '自然人', share: 100 }];
  const grown = { businessScope: later.scope };
  switch (stage) {
    case 'establish':
      return { event: 'establish', shareholders, ...(formerName ? { name: formerName } : {}) };
    case 'companion':
      return { event: 'establish', shareholders };
    case 'drift':
      return driftOf(cast, on);
    case 'unpaid':
      return { event: 'annual-report', ...grown, reportYear: on.slice(0, 4) };
    case 'move':
      return { event: 'change', ...grown, ...moved(cast, on) };
    case 'abnormal':
      return {
        event: 'abnormal',
        ...grown,
        legalRepresentative: later.boss,
        businessAddress: later.address,
        reason: '通过登记的住所或者经营场所无法联系',
      };
  }
}

/** The firm shows what it is for: a new name, a wider scope, or both. */
function driftOf({ firm, formerName, plot, later }: Cast, on: string): Event | null {
  if (!firm || (formerName === null && plot.drift === undefined)) return null;
  const name = { field: '名称', before: formerName ?? '', after: firm.name, on };
  const scope = { field: '经营范围', before: firm.scope, after: later.scope, on };
  return {
    event: 'change',
    businessScope: later.scope,
    ...(formerName === null ? {} : { formerNames: [formerName] }),
    changes: [...(formerName === null ? [] : [name]), ...(plot.drift === undefined ? [] : [scope])],
  };
}

function moved({ firm, boss, later }: Cast, on: string): Event {
  return {
    legalRepresentative: later.boss,
    businessAddress: later.address,
    changes: [
      { field: '法定代表人', before: boss, after: later.boss, on },
      { field: '经营场所', before: firm?.address ?? '', after: later.address, on },
    ],
  };
}
