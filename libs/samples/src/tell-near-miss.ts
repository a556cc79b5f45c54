import type { Draft, Scene } from './draft.js';
import { someFirm, type Firm } from './firm.js';
import { feedDay, momentIn, spokenDate } from './moments.js';
import type { NearMiss } from './near-misses.js';
import { dailySlots, someSum } from './ordinary-complaints.js';
import { registered } from './ordinary-registrations.js';
import { somePerson } from './people.js';
import { COUNTIES } from './places.js';
import { say, type Slots } from './say.js';

/** A lawful look-alike with all its records. */
export interface ToldNearMiss {
  readonly plot: NearMiss;
  readonly firm: Firm;
  readonly drafts: readonly Draft[];
}

const FIRST = Array.from('衡朴廉谨穆恪');
const SECOND = Array.from('诚仁澹正敦良');

/** Tells of a lawful firm that has advertisements and quarrels like everybody. */
export function tellNearMiss(plot: NearMiss, scene: Scene): ToldNearMiss {
  const { random } = scene;
  const county = random.pick(COUNTIES);
  const brand = random.pick(FIRST) + random.pick(SECOND);
  const scope = plot.trade.scope.map((phrase) => say(phrase, { county: county.name }, random));
  const firm = someFirm(county, random, { ...plot.trade, scope }, brand);
  const telling = { plot, firm, ...scene };
  return {
    plot,
    firm,
    drafts: [
      annualReport(telling),
      ...Array.from({ length: random.int(3, 5) }, (_, at) => advertise(telling, at)),
      ...Array.from({ length: random.int(3, 5) }, (_, at) => complain(telling, at)),
    ],
  };
}

interface Telling extends Scene {
  readonly plot: NearMiss;
  readonly firm: Firm;
}

function annualReport({ plot, firm, window, random }: Telling): Draft {
  const at = momentIn(window, random);
  const payload = {
    ...registered(firm, `${random.int(2009, 2020)}-0${random.int(1, 9)}-15`),
    event: 'annual-report' as const,
    paidInCapital: firm.capital,
    reportYear: feedDay(at).slice(0, 4),
  };
  return { feed: 'registration', at, key: `near-${plot.kind}-report`, related: [], payload };
}

type NearSlots = Slots & { readonly sum: string };

function slotsOf({ firm, plot, random }: Telling, date: Slots): NearSlots {
  return {
    ...dailySlots(firm.county, random),
    ...date,
    firm: firm.name,
    kin: random.pick(['我母亲', '我父亲', '我奶奶', '我外公']),
    sum: String(someSum(plot.sum, random)),
    no: String(random.int(29, 399)),
    low: (random.int(180, 230) / 100).toFixed(2),
    high: (random.int(280, 480) / 100).toFixed(2),
  };
}

function advertise(telling: Telling, nth: number): Draft {
  const { plot, firm, window, fresh, random } = telling;
  const at = momentIn(window, random);
  const payload = {
    medium: random.pick(plot.media),
    title: firm.name,
    text: fresh(() =>
      say(
        random.pick(plot.advertisements),
        slotsOf(telling, spokenDate(at, 1, 20, random)),
        random,
      ),
    ),
    advertiser: { name: firm.name, uscc: firm.uscc, phone: firm.phone },
    publishedOn: feedDay(at),
    regionCode: firm.county.code,
    sample: true as const,
  };
  return { feed: 'advertisement', at, key: `near-${plot.kind}-ad-${nth}`, related: [], payload };
}

function complain(telling: Telling, nth: number): Draft {
  const { plot, firm, window, fresh, random } = telling;
  const at = momentIn(window, random);
  const draw = () => slotsOf(telling, spokenDate(at, -40, -2, random));
  let slots = draw();
  const text = fresh(() => {
    slots = draw();
    return say(random.pick(plot.complaints), slots, random);
  });
  const payload = {
    channel: random.pick(plot.channels),
    title: plot.title,
    text,
    targets: [{ name: firm.name }],
    ...(text.includes(slots.sum) ? { amount: Number(slots.sum) } : {}),
    regionCode: firm.county.code,
    reporter: somePerson(random),
    sample: true as const,
  };
  return { feed: 'complaint', at, key: `near-${plot.kind}-letter-${nth}`, related: [], payload };
}
