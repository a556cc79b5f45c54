import {
  ComposeBulletin,
  ComposeDue,
  CorrectBulletin,
  FinishBulletins,
  IssueBulletin,
  MakeBulletin,
  OrderSpecial,
  PreviewBulletin,
  TakeBulletinStep,
  upcomingOf,
  type ArchiveQuestion,
  type Bulletin,
  type BulletinPress,
  type CityRegister,
  type CorrectionWish,
  type Plan,
  type PressedFile,
  type Preview,
  type PreviewWish,
  type Reader,
  type Readings,
  type Receipt,
  type SpecialWish,
  type StepWish,
  type UpcomingIssue,
  type WholeBulletin,
} from '@risk/bulletins';
import type { ReportOutcomes } from '@risk/cases';
import type { SourceBook } from '@risk/intake';
import { NotFound, type Clock, type Log, type UnitOfWork } from '@risk/kit';
import { selfContained } from '@risk/papers';
import { unitOf, type UnitRegister } from '@risk/routing';
import {
  PgBulletins,
  PgBulletinSource,
  PgDossier,
  PgKnownReporters,
  PgLedger,
  PgSubjects,
  PgTelling,
  type Database,
  type VaultCipher,
} from '@risk/store';
import type { Engines } from '../compile-engines.js';
import type { AlertDesk } from '../alert-desk.js';
import type { WorkDesk } from '../tie-desk.js';
import { CityLedgers, CityMeasures } from './city-measures.js';
import { HouseWords } from './city-words.js';
import { FeedHearing } from './feed-hearing.js';
import { LawShelf } from './law-shelf.js';
import { OutboxPost } from './outbox-post.js';
import { ReportersAtTheGate } from './reporters-at-the-gate.js';

/** Where bulletins are made, looked at, released, corrected and read. */
export interface BulletinDesk {
  /** Makes what fell due; answers what was made now. */
  composeDue(): Promise<Bulletin[]>;
  preview(wish: PreviewWish): Promise<Preview>;
  special(wish: SpecialWish): Promise<Bulletin>;
  correct(wish: CorrectionWish): Promise<Bulletin>;
  step(wish: StepWish): Promise<void>;
  /** Composes a draft again as of its own moment. */
  again(id: string, by: string, because: string): Promise<void>;
  list(question: ArchiveQuestion): Promise<Bulletin[]>;
  /** What comes out next in each series. */
  upcoming(): Promise<UpcomingIssue[]>;
  find(id: string): Promise<WholeBulletin>;
  file(id: string, name: string): Promise<PressedFile>;
  /** Its e-mail with the pictures inside, for a browser. */
  page(bulletin: WholeBulletin): Promise<string>;
  readers(id: string): Promise<Reader[]>;
  /** What a receipt link is about; null for a link that nobody was given. */
  receiptOf(notice: string, receipt: string): Promise<Receipt | null>;
  /** Notes that whoever was given the link read it; the first time counts. */
  markRead(notice: string, receipt: string): Promise<Receipt>;
}

/** What the desk is tied to. */
interface Ground {
  readonly engines: Engines;
  readonly database: Database;
  readonly cipher: VaultCipher;
  readonly sources: SourceBook;
  readonly regionName: (code: string | null) => string;
  readonly alerts: Pick<AlertDesk, 'timetable'>;
  readonly cases: { readonly report: ReportOutcomes };
  readonly desk: Pick<WorkDesk, 'ledger'>;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}

/** Ties bulletins to the database, the papers, the vault's gate and the outbox. */
export function tieBulletins(ground: Ground, press: BulletinPress): BulletinDesk {
  const { engines, database, work, clock, log } = ground;
  const { routing } = engines;
  const plan: Plan = {
    policy: engines.bulletins,
    city: registerOf(routing.units, ground.regionName),
    calendar: routing.calendar,
  };
  const source = new PgBulletinSource(database);
  const [store, subjects] = [new PgBulletins(database), new PgSubjects(database)];
  const post = new OutboxPost(routing.units, ground.alerts.timetable, new PgTelling());
  const compose = new ComposeBulletin(readingsOf(ground, source), new HouseWords(ground), log);
  const gate = new ReportersAtTheGate(new PgKnownReporters(database, ground.cipher));
  const issue = new IssueBulletin(store, press, post, clock);
  const make = new MakeBulletin({ compose, gate, store, post, press, issue, work, clock });
  const ledger = new PgLedger(database);
  const warning = {
    warn: async (sentence: string | null, at: Date) => {
      await ledger.warn('简报', sentence, at);
    },
  };
  const hands = { source, store, subjects, make, issue, press, warning, work, clock, log };
  const finish = new FinishBulletins(plan, hands);
  const due = new ComposeDue(plan, { ...hands, finish });
  const previewing = new PreviewBulletin(plan, hands);
  const ordering = new OrderSpecial(plan, hands, clock);
  const correcting = new CorrectBulletin(plan, hands);
  const stepping = new TakeBulletinStep(plan, hands);
  const find = async (id: string): Promise<WholeBulletin> =>
    (await store.find(id)) ?? notFound(`没有编号为 ${id} 的简报`);
  const file = async (id: string, name: string): Promise<PressedFile> =>
    (await store.file(id, name)) ?? notFound(`简报 ${id} 没有名为“${name}”的文件`);
  return {
    composeDue: () => due.run(),
    preview: (wish) => previewing.run(wish),
    special: (wish) => ordering.run(wish),
    correct: (wish) => correcting.run(wish),
    step: (wish) => stepping.run(wish),
    again: (id, by, because) => finish.again(id, by, because),
    list: (question) => store.list(question),
    upcoming: async () => {
      const now = clock.now();
      const samples = !(await source.hasReal(now));
      return upcomingOf(plan, await store.latest(samples), now);
    },
    find,
    file,
    page: (bulletin) => pageOf(bulletin, (name) => file(bulletin.id, name)),
    readers: (id) => store.readersOf(id),
    receiptOf: (notice, receipt) => store.receiptOf(notice, receipt),
    markRead: async (notice, receipt) =>
      (await store.markRead(notice, receipt, clock.now())) ?? notFound('这个阅读确认链接无效'),
  };
}

function notFound(words: string): never {
  throw new NotFound(words);
}

function readingsOf(ground: Ground, source: PgBulletinSource): Readings {
  const { engines, database, cases, sources } = ground;
  const { routing } = engines;
  return {
    source,
    feeds: new FeedHearing(sources, (day) => routing.calendar.isWorkday(day)),
    outcomes: new CityMeasures(cases.report),
    ledgers: new CityLedgers((wish) => ground.desk.ledger(wish)),
    dossiers: new PgDossier(database),
    laws: new LawShelf(() => engines.judging.rules),
  };
}

/** Regions that a unit answers for, and the units of the whole city. */
function registerOf(register: UnitRegister, regionName: (code: string) => string): CityRegister {
  const { office, units } = register;
  const regions = [...new Set(units.flatMap(({ region }) => region ?? []))];
  return {
    office: { code: office, name: unitOf(register, office)?.name ?? office },
    regions: regions.map((code) => ({ code, name: regionName(code) })),
    units: units
      .filter(({ code, region }) => region === null && code !== office)
      .map(({ code, name }) => ({ code, name })),
  };
}

async function pageOf(
  { files }: WholeBulletin,
  open: (name: string) => Promise<PressedFile>,
): Promise<string> {
  const mail = await open(files.find(({ role }) => role === 'mail')?.name ?? 'mail.html');
  const pictures = await Promise.all(
    files.filter(({ role }) => role === 'picture').map(({ name }) => open(name)),
  );
  return selfContained({
    html: Buffer.from(mail.bytes).toString('utf8'),
    text: '',
    images: pictures.map(({ name, bytes }) => ({ cid: name, name, png: bytes })),
  });
}
