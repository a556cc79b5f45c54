import type { Block } from '@risk/domain';
import { chartText } from '@risk/domain';
import type {
  Dossier,
  DossierAlert,
  DossierIndex,
  DossierSignal,
  RegisteredFacts,
} from '../dossier.js';
import { DossierSource } from '../dossier.js';
import {
  CityWords,
  LawBook,
  type Ask,
  type ClaimedSums,
  type LawBasis,
  type Readings,
  type Section,
  type Written,
} from '../sections/section.js';

export const at = (moment: string): Date => new Date(`${moment}+08:00`);
const AS_OF = at('2026-11-02T09:00:00');

/** An entity of which nothing but a name is known. */
export const A_STRANGER: Dossier = {
  entityId: '7',
  name: '甲投资',
  uscc: null,
  registered: null,
  index: null,
  person: null,
  records: { registration: 0, complaint: 0, advertisement: 0 },
  complaints: { complaints: 0, complainants: 0, amount: 0, people: 0 },
  firstAdvertisedAt: null,
  highestYield: null,
  signals: [],
  moreSignals: 0,
  alerts: [],
  changes: [],
  duties: [],
  verifications: [],
  handOvers: [],
  letters: [],
  outcomes: [],
  history: [],
  relations: { knots: [], cords: [], leftOut: 0 },
};

export const REGISTERED: RegisteredFacts = {
  name: '郴州甲投资有限公司',
  formerNames: ['郴州老甲公司'],
  uscc: '91431000MA4L000017',
  legalRepresentative: '张三',
  shareholders: [{ name: '李四', kind: '自然人', share: 60 }],
  registeredCapital: 5_000_000,
  paidInCapital: null,
  establishedOn: '2024-03-01',
  address: '北湖区解放路1号',
  businessAddress: null,
  regionCode: '431002',
  industry: 'L7212（GB/T 4754-2017）',
  businessScope: '投资咨询',
  phones: ['13800002222'],
  websites: [],
  toldAt: at('2026-05-01T00:00:00'),
  events: [
    {
      event: 'change',
      at: at('2026-04-01T00:00:00'),
      source: 'scj',
      details: ['股东：王五 → 李四'],
    },
    { event: 'penalty', at: at('2026-05-01T00:00:00'), source: 'scj', details: ['虚假宣传'] },
  ],
};

export const aSignal = (more: Partial<DossierSignal> = {}): DossierSignal => ({
  code: 'AD-GUARANTEE',
  feed: 'advertisement',
  engine: 'rules',
  dimension: 'inducement',
  weight: 60,
  elements: ['inducement'],
  scheme: 'illegal-fundraising',
  records: 1,
  because: '广告承诺保本',
  quote: '保本保息',
  source: 'ads',
  occurredAt: at('2026-10-01T00:00:00'),
  isInherited: false,
  ...more,
});

/** As the store gives it: without words, source and time. */
export const aComplaint = (more: Partial<DossierSignal> = {}): DossierSignal =>
  aSignal({
    code: 'CP-WITHDRAW',
    feed: 'complaint',
    weight: 40,
    elements: ['sociality'],
    records: 2,
    ...{ because: null, quote: null, source: null, occurredAt: null },
    ...more,
  });

export const anIndex = (more: Partial<DossierIndex> = {}): DossierIndex => ({
  at: at('2026-11-01T08:00:00'),
  score: 72.26,
  tier: 'orange',
  dimensions: { compliance: 10, inducement: 80, spread: 20, complaint: 35.56, relation: 0 },
  elements: { illegality: true, publicity: false, inducement: true, sociality: true },
  scheme: 'illegal-fundraising',
  reasons: [
    { code: 'AD-GUARANTEE', dimension: 'inducement', points: 60, because: '广告承诺保本' },
    { code: 'CP-WITHDRAW', dimension: 'complaint', points: 30, because: null },
    { code: 'EN-BOTH', dimension: 'relation', points: 10, because: null },
  ],
  missing: [],
  suppressed: null,
  version: { lexicon: 'l', rules: 'r', model: 'm', scoring: 's' },
  ...more,
});

export const anAlert = (more: Partial<DossierAlert> = {}): DossierAlert => ({
  alertId: '31',
  raisedAt: at('2026-10-10T09:00:00'),
  tier: 'orange',
  stage: 'raised',
  lead: 'jrb',
  ...more,
});

/** A firm with a bit of everything. */
export const aDossier = (more: Partial<Dossier> = {}): Dossier => ({
  ...A_STRANGER,
  name: REGISTERED.name,
  uscc: REGISTERED.uscc,
  registered: REGISTERED,
  index: anIndex(),
  records: { registration: 2, complaint: 2, advertisement: 1 },
  complaints: { complaints: 2, complainants: 2, amount: 1_200_000, people: 3 },
  firstAdvertisedAt: at('2026-09-01T00:00:00'),
  highestYield: 18,
  signals: [aSignal(), aComplaint()],
  alerts: [anAlert()],
  ...more,
});

export const anAsk = (more: Partial<Ask> = {}): Ask => ({
  kind: 'special',
  scope: { kind: 'entity', code: '7' },
  span: { since: new Date(0), until: AS_OF },
  samples: false,
  comparisons: [],
  thresholds: {
    leastShown: 5,
    lateAfterHours: 72,
    most: 10,
    listed: 20,
    annex: 10_000,
    yieldFrom: 10,
    trendDays: 30,
  },
  ...more,
});

/** Names things by their codes, and masks what a test writes in angle brackets. */
export class PlainWords extends CityWords {
  private readonly titles: ReadonlyMap<string, string> = new Map([
    ['CP-WITHDRAW', '反映不能提现'],
    ['EN-BOTH', '投诉和广告并存'],
  ]);

  unitName(code: string): string {
    return `单位${code}`;
  }
  regionName(code: string | null): string {
    return code === null ? '属地不明' : `区划${code}`;
  }
  sourceTitle(source: string): string {
    return `来源${source}`;
  }
  reasonTitle(code: string): string | null {
    return this.titles.get(code) ?? null;
  }
  isAboutWhole(code: string): boolean {
    return code.startsWith('EN-');
  }
  mask(text: string): string {
    return text.replaceAll(/<[^>]*>/g, '［隐去］');
  }
}

/** Answers one dossier and counts how often it was asked. */
export class OneDossier extends DossierSource {
  asked = 0;

  constructor(private readonly dossier: Dossier | null) {
    super();
  }

  of(): Promise<Dossier | null> {
    this.asked += 1;
    return Promise.resolve(this.dossier);
  }
}

/** A law book of a few lines. */
export class FewLaws extends LawBook {
  readonly asked: ClaimedSums[] = [];

  constructor(private readonly bases: readonly LawBasis[] = []) {
    super();
  }

  basesOf(codes: readonly string[]): readonly LawBasis[] {
    return this.bases.filter(({ code }) => codes.includes(code));
  }

  reachedBy(sums: ClaimedSums): readonly string[] {
    this.asked.push(sums);
    return (sums.amount ?? 0) >= 1_000_000 ? ['第三条第一款第一项：100 万元'] : [];
  }
}

/** What a section says of a dossier. */
export function composed(
  section: Section,
  dossier: Dossier,
  { laws = new FewLaws(), ask = anAsk() }: { laws?: LawBook; ask?: Ask } = {},
): Promise<Written> {
  const readings = { dossiers: new OneDossier(dossier), laws } as unknown as Readings;
  return section.compose(readings, ask, new PlainWords());
}

/** The blocks as lines: cells of a row are parted by bars. */
export const linesOf = ({ blocks }: Pick<Written, 'blocks'>): string[] => blocks.flatMap(lines);

function lines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`# ${block.text}`];
    case 'paragraph':
      return [block.text];
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join(' | '));
    case 'chart':
      return [chartText(block.chart)];
  }
}
