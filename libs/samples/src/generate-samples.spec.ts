import { describe, expect, it } from '@jest/globals';
import {
  FEEDS,
  SCHEMES,
  type AdvertisementPayload,
  type ComplaintPayload,
  type Feed,
  type RegistrationPayload,
} from '@risk/domain';
import { groupBy } from '@risk/kit';
import { creditCheckLetter } from '@risk/resolution';
import { inventWorld } from './generate-samples.js';
import { generateSamples, sampleNearMisses, sampleTruth, type SampleRecord } from './index.js';
import { COUNTIES } from './places.js';
import { STAGES } from './stages.js';

const OPTIONS = {
  seed: 20261122,
  until: new Date('2026-11-22T18:00:00+08:00'),
  days: 240,
  ordinary: 6_500,
};
const RECORDS = [...generateSamples(OPTIONS)];
const TRUTH = sampleTruth(OPTIONS);
const NEAR_MISSES = sampleNearMisses(OPTIONS);
const byId = new Map(RECORDS.map((record) => [record.envelope.sourceId, record]));
const of = (feed: Feed) => RECORDS.filter((record) => record.feed === feed);
type AnyPayload = Partial<RegistrationPayload & ComplaintPayload & AdvertisementPayload>;
const payloads = (records: readonly SampleRecord[]) =>
  records.map(({ envelope }) => envelope.payload as AnyPayload);
const bytes = (options: typeof OPTIONS) => JSON.stringify([...generateSamples(options)]);

describe('the same options give the same bytes', () => {
  const few = { ...OPTIONS, ordinary: 300 };

  it('twice', () => {
    expect(bytes(few)).toBe(bytes(few));
    expect(sampleTruth(few)).toEqual(sampleTruth(few));
  });

  it('another seed gives another city', () => {
    expect(bytes({ ...few, seed: 7 })).not.toBe(bytes(few));
  });

  it('more ordinary records leave the stories as they are', () => {
    const texts = (ordinary: number) =>
      inventWorld({ ...OPTIONS, ordinary }).stories.map(({ beats }) => beats);
    expect(texts(50)).toEqual(texts(300));
  });
});

describe('the feeds', () => {
  it('hold as many records as a prefecture sees, mostly ordinary ones', () => {
    expect(RECORDS.length).toBeGreaterThan(7_500);
    expect(RECORDS.length).toBeLessThan(8_500);
  });

  it('come in the order in which things happened, inside the window', () => {
    const times = RECORDS.map(({ envelope }) => Date.parse(envelope.occurredAt));
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times.at(-1)).toBeLessThanOrEqual(OPTIONS.until.getTime());
    expect(times[0]).toBeGreaterThanOrEqual(
      OPTIONS.until.getTime() - OPTIONS.days * 86_400_000 - 1000,
    );
  });

  it('are plain JSON with China’s offset and a number nobody else has', () => {
    expect(JSON.parse(JSON.stringify(RECORDS))).toEqual(RECORDS);
    expect(byId.size).toBe(RECORDS.length);
    expect(
      RECORDS.every(({ envelope }) =>
        /^\d{4}-\d\d-\d\dT[\d:]{8}\+08:00$/.test(envelope.occurredAt),
      ),
    ).toBe(true);
  });

  it.each(FEEDS)('%s records are marked as samples in source and payload', (feed) => {
    expect(of(feed).length).toBeGreaterThan(1_000);
    expect(of(feed).every(({ envelope }) => envelope.source === `sample-${feed}`)).toBe(true);
    expect(payloads(of(feed)).every(({ sample }) => sample === true)).toBe(true);
  });

  it('never say the same thing twice', () => {
    const texts = payloads(RECORDS).flatMap(({ text }) => (text ? [text] : []));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('leave no slot or choice of a template open', () => {
    const said = payloads(RECORDS).map(
      ({ text, title, imageText }) => `${text} ${title} ${imageText}`,
    );
    expect(said.filter((text) => /[[\]{}|]/.test(text))).toEqual([]);
  });

  it('reach every county and its zones', () => {
    const codes = new Set(payloads(RECORDS).map(({ regionCode }) => regionCode!));
    expect([...codes].sort()).toEqual(COUNTIES.map(({ code }) => code).sort());
    const addresses = payloads(of('registration'))
      .map(({ address }) => address!)
      .join();
    for (const zone of [
      '郴州高新区',
      '郴州经开区',
      '郴州片区',
      '桂阳高新区',
      '永兴经开区',
      '临武高新区',
      '汝城经开区',
      '资兴经开区',
    ])
      expect(addresses).toContain(zone);
  });

  it('link repeated letters to earlier ones of the same person', () => {
    const repeated = of('complaint').filter(({ envelope }) => envelope.related);
    expect(repeated.length).toBeGreaterThan(100);
    for (const { envelope } of repeated)
      for (const id of envelope.related ?? []) {
        const first = byId.get(id)!;
        expect(Date.parse(first.envelope.occurredAt)).toBeLessThanOrEqual(
          Date.parse(envelope.occurredAt),
        );
        expect(first.envelope.payload['reporter']).toEqual(envelope.payload['reporter']);
      }
  });
});

describe('the register', () => {
  const entries = of('registration').map(({ envelope }) => ({
    day: envelope.occurredAt.slice(0, 10),
    ...(envelope.payload as AnyPayload),
  }));

  it('says one day of foundation for a firm, whatever it tells of it', () => {
    const told = groupBy(entries, ({ uscc }) => uscc);
    expect([...told.values()].filter((one) => one.length > 3).length).toBeGreaterThan(20);
    for (const [, one] of told)
      expect(new Set(one.map(({ establishedOn }) => establishedOn)).size).toBe(1);
  });

  it('says the day of an establishment, and never one still to come', () => {
    for (const { event, establishedOn, day } of entries) {
      if (event === 'establish') expect(establishedOn).toBe(day);
      else expect(establishedOn! < day).toBe(true);
    }
  });
});

describe('nobody real is meant', () => {
  it('every credit code has a right check digit, lies in the city, and was never handed out', () => {
    const codes = payloads(of('registration')).map(({ uscc }) => uscc!);
    for (const code of codes) {
      expect(code).toMatch(/^(91|92|93|52)4310\d\dMY[0-9A-Z]{8}$/);
      expect(creditCheckLetter(code.slice(0, 17))).toBe(code.slice(17));
    }
  });

  it('every number, site and identity card is impossible', () => {
    const all = JSON.stringify(RECORDS);
    expect(
      all.match(/(?<![\d.])1[3-9]\d{9}(?!\d)/g)!.filter((number) => !number.startsWith('154')),
    ).toEqual([]);
    expect(all.match(/0735-\d{7}/g)!.filter((number) => !number.startsWith('0735-0'))).toEqual([]);
    expect(all.match(/www\.(?![a-z]+[0-9０-９]+\.example)/g)).toBeNull();
    const identities = payloads(of('complaint')).flatMap(
      ({ reporter }) => reporter?.idNumber ?? [],
    );
    expect(identities.every((number) => number.startsWith('431099'))).toBe(true);
  });
});

describe('the stories', () => {
  it('are a few dozen, of every scheme there is', () => {
    expect(TRUTH.length).toBeGreaterThanOrEqual(36);
    expect(TRUTH.length).toBeLessThanOrEqual(40);
    expect(new Set(TRUTH.map(({ scheme }) => scheme))).toEqual(
      new Set(SCHEMES.filter((one) => one !== 'none')),
    );
    expect(new Set(TRUTH.map(({ county }) => county)).size).toBe(COUNTIES.length);
  });

  it('show a sign long before they break, and some run still', () => {
    const broken = TRUTH.filter(({ exposedOn }) => exposedOn !== null);
    const running = TRUTH.length - broken.length;
    expect(running).toBeGreaterThanOrEqual(4);
    expect(running).toBeLessThanOrEqual(20);
    for (const { firstSignOn, exposedOn } of broken)
      expect(Date.parse(exposedOn!) - Date.parse(firstSignOn)).toBeGreaterThan(20 * 86_400_000);
  });

  it('have records in all three feeds, or in two when nobody registered', () => {
    for (const { sourceIds, uscc } of TRUTH) {
      const feeds = new Set(sourceIds.map((id) => byId.get(id)!.feed));
      expect(feeds.size).toBe(uscc === null ? 2 : 3);
    }
  });

  it('unfold in order: founding, invitation, promise, worry, harm, flight', () => {
    const order = ['establish', 'bait', 'worry', 'harm', 'gone'];
    for (const { beats } of inventWorld(OPTIONS).stories) {
      const firsts = order.flatMap((stage) => beats.find((beat) => beat.stage === stage) ?? []);
      const times = firsts.map(({ draft }) => draft.at);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
    }
  });

  it('are told stage by stage, each stage inside the story', () => {
    expect(
      STAGES.every(
        ([, from, until, least, most]) => 0 <= from && from < until && until <= 1 && least <= most,
      ),
    ).toBe(true);
  });

  it('are spelled in many ways, with and without code, and share phones between related firms', () => {
    for (const { sourceIds, uscc, companionUscc } of TRUTH.filter(
      (one) => one.companionUscc && one.exposedOn,
    )) {
      const records = payloads(sourceIds.map((id) => byId.get(id)!));
      const targets = records.flatMap(({ targets: all = [], advertiser }) => [
        ...all,
        ...(advertiser ? [advertiser] : []),
      ]);
      expect(new Set(targets.map(({ name }) => name)).size).toBeGreaterThan(5);
      const firms = records.filter(({ event }) => event);
      const phoneOf = (code: string | null) => firms.find((firm) => firm.uscc === code)!.phones;
      expect(phoneOf(companionUscc)).toEqual(phoneOf(uscc));
    }
  });

  it('fill the hotline’s form with the sum and the people of the text', () => {
    const letters = payloads(of('complaint')).filter(({ amount, people }) => amount ?? people);
    expect(letters.length).toBeGreaterThan(800);
    for (const { text = '', amount, people } of letters) {
      const sums = [`${amount}`, `${(amount ?? 0) / 10_000}万元`];
      if (amount !== undefined) expect(sums.some((sum) => text.includes(sum))).toBe(true);
      if (people !== undefined) expect(text).toContain(`${people}`);
    }
  });

  it('disguise some of what they promise', () => {
    const shown = TRUTH.flatMap(({ sourceIds }) => payloads(sourceIds.map((id) => byId.get(id)!)));
    const text = shown.map(({ text: said = '', imageText = '' }) => `${said}${imageText}`).join();
    expect(text).toMatch(/保[.* ]本|保-息/);
    expect(text).toMatch(/[０-９]％/);
    expect(shown.some(({ imageText }) => imageText)).toBe(true);
  });
});

describe('the lawful look-alikes', () => {
  it('are told beside the stories and belong to none of them', () => {
    expect(NEAR_MISSES.length).toBeGreaterThanOrEqual(10);
    const guilty = new Set(TRUTH.flatMap(({ sourceIds }) => sourceIds));
    expect(
      NEAR_MISSES.flatMap(({ sourceIds }) => sourceIds).filter((id) => guilty.has(id)),
    ).toEqual([]);
    expect(NEAR_MISSES.every(({ sourceIds }) => sourceIds.every((id) => byId.has(id)))).toBe(true);
  });

  it('name money and investment only to exclude them or under licence', () => {
    const scopes = payloads(of('registration')).map(({ businessScope }) => businessScope!);
    for (const phrase of [
      '不含投资类咨询',
      '以自有资金从事投资活动',
      '非融资担保服务',
      '不含金融信息服务',
      '不得从事',
    ])
      expect(scopes.filter((scope) => scope.includes(phrase)).length).toBeGreaterThan(5);
    const advertisements = payloads(of('advertisement')).map(({ text }) => text!);
    expect(advertisements.filter((text) => text.includes('产品有风险')).length).toBeGreaterThan(20);
    expect(advertisements.filter((text) => text.includes('谨防')).length).toBeGreaterThan(10);
  });
});

it.each([3, 14, 45])('a window of %i days still holds whole stories in order', (days) => {
  const { stories } = inventWorld({ ...OPTIONS, days, ordinary: 100 });
  for (const { beats } of stories) {
    const at = (stage: string) => beats.find((beat) => beat.stage === stage)?.draft.at ?? Infinity;
    expect(beats.length).toBeGreaterThan(0);
    expect(at('worry')).toBeLessThan(at('gone') + 1);
  }
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i finds words enough, also for many', (seed) => {
  const { drafts } = inventWorld({ ...OPTIONS, seed, ordinary: seed === 1 ? 20_000 : 200 });
  expect(drafts.length).toBeGreaterThan(1_000);
});
