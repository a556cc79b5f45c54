import {
  agendaOf,
  ConcludeVerification,
  DecideAtMeeting,
  EvidenceCheck,
  FinishTask,
  GatherFacts,
  MakeHandOver,
  minutesOf,
  NoteVerification,
  OpenVerification,
  PrepareMeeting,
  ReadLedger,
  RecordOutcome,
  RecordReceipt,
  ReopenPackage,
  TakeInHandOver,
  UnitNames,
  WorkTime,
  type AgendaItem,
  type AlertSteps,
  type ConclusionRequest,
  type Concluded,
  type DecisionRequest,
  type DeskHands,
  type Duties,
  type Entry,
  type EvidenceShelf,
  type HandOver,
  type HandOverDraft,
  type HandOverRequest,
  type Ledger,
  type LedgerRequest,
  type Meeting,
  type MeetingLine,
  type MeetingRequest,
  type Minutes,
  type NoteRequest,
  type Package,
  type PackageMaker,
  type ReceiptRequest,
  type TakeInRequest,
  type TaskReport,
  type TimeAllowed,
  type Verification,
  type VerificationRequest,
} from '@risk/cases';
import {
  NotFound,
  seconds,
  ToldLately,
  type Clock,
  type Transaction,
  type UnitOfWork,
} from '@risk/kit';
import { calendarOf, dueAt, unitOf, type RoutingTree, type UnitRegister } from '@risk/routing';
import {
  PgCaseRecords,
  PgCases,
  PgHandOvers,
  PgLetterSource,
  PgMatterBook,
  PgMeetings,
  PgPresentLedger,
  PgUnitLedger,
  PgVerifications,
  type Database,
} from '@risk/store';

/** What the desk needs of alerting, of the attachments and of the papers. */
export interface DeskPorts {
  readonly steps: AlertSteps;
  readonly duties: Duties;
  readonly shelf: EvidenceShelf;
  readonly packages: PackageMaker;
}

/** Where cases are verified, handed over, talked about and counted; every call is one transaction. */
export interface WorkDesk {
  readonly verifications: {
    open(request: VerificationRequest): Promise<Verification>;
    note(request: NoteRequest): Promise<Entry>;
    conclude(request: ConclusionRequest): Promise<Concluded>;
    find(id: string): Promise<Verification>;
    ofAlert(alertId: string): Promise<Verification[]>;
  };
  readonly handOvers: {
    make(request: HandOverRequest): Promise<HandOver>;
    /** The package as it would leave; nothing of it is kept. */
    draft(request: HandOverDraft): Promise<Package>;
    takeIn(request: TakeInRequest): Promise<HandOver>;
    receipt(request: ReceiptRequest): Promise<HandOver>;
    find(id: string): Promise<HandOver>;
    ofAlert(alertId: string): Promise<HandOver[]>;
    list(limit: number): Promise<HandOver[]>;
    package(id: string): Promise<Package>;
  };
  readonly meetings: {
    prepare(request: MeetingRequest): Promise<Meeting>;
    decide(request: DecisionRequest): Promise<Meeting>;
    finish(request: TaskReport): Promise<Meeting>;
    find(id: string): Promise<Meeting>;
    list(limit: number): Promise<MeetingLine[]>;
    minutes(id: string): Promise<Minutes>;
    /** What the agenda of a meeting would be now. */
    agenda(samples: boolean): Promise<AgendaItem[]>;
  };
  ledger(request: LedgerRequest): Promise<Ledger>;
  /** The ledger as of now, with how long things took. */
  presentLedger(request: LedgerRequest): Promise<Ledger>;
  unitName(code: string): string;
}

/** What the desk is tied to. */
interface Hands {
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly engines: { readonly routing: RoutingTree };
}

/** A year of a large city is counted in a good part of a second; the ledger says of which moment it is. */
const LEDGER_FRESH = seconds(10);

/** Ties the use cases of the desk to the database and to what moves alerts. */
export function tieDesk(hands: Hands, ports: DeskPorts): WorkDesk {
  const { database, work, clock } = hands;
  const { units: register } = hands.engines.routing;
  const units = new RegisteredUnits(register);
  const time = new CityTime(hands.engines.routing);
  const desk: DeskHands = { steps: ports.steps, duties: ports.duties, time, units, clock };
  const ledger = new ReadLedger(new PgUnitLedger(database), units, clock);
  const present = new ReadLedger(new PgPresentLedger(database), units, clock);
  const lately = new ToldLately<Ledger>(clock, LEDGER_FRESH);
  const unitName = (code: string): string => units.nameOf(code) ?? code;
  return {
    verifications: verificationsOf(work, desk, ports),
    handOvers: handOversOf(work, desk, ports),
    meetings: meetingsOf(work, desk, register.meeting, unitName),
    ledger: (request) => ledger.run(request),
    presentLedger: (request) => lately.tell(JSON.stringify(request), () => present.run(request)),
    unitName,
  };
}

function verificationsOf(
  work: UnitOfWork,
  desk: DeskHands,
  { shelf }: DeskPorts,
): WorkDesk['verifications'] {
  const store = new PgVerifications();
  const cases = new PgCases();
  const open = new OpenVerification(store, desk);
  const note = new NoteVerification(store, desk, new EvidenceCheck(shelf, new PgCaseRecords()));
  const record = new RecordOutcome(cases, desk.clock);
  const conclude = new ConcludeVerification(store, desk, cases, record);
  return {
    open: (request) => work.run((tx) => open.run(tx, request)),
    note: (request) => work.run((tx) => note.run(tx, request)),
    conclude: (request) => work.run((tx) => conclude.run(tx, request)),
    find: (id) => found(work, (tx) => store.find(tx, id), `没有核查任务“${id}”`),
    ofAlert: (alertId) => work.run((tx) => store.ofAlert(tx, alertId)),
  };
}

function handOversOf(
  work: UnitOfWork,
  desk: DeskHands,
  { shelf, packages }: DeskPorts,
): WorkDesk['handOvers'] {
  const store = new PgHandOvers();
  const gather = new GatherFacts(new PgCaseRecords(), shelf, new PgVerifications(), {
    source: new PgLetterSource(),
    units: desk.units,
  });
  const make = new MakeHandOver(store, desk, gather, packages);
  const takingIn = new TakeInHandOver(store, desk);
  const receipt = new RecordReceipt(store, desk);
  const reopen = new ReopenPackage(store, packages);
  return {
    make: (request) => work.run((tx) => make.run(tx, request)),
    draft: (request) => work.run((tx) => make.draft(tx, request)),
    takeIn: (request) => work.run((tx) => takingIn.run(tx, request)),
    receipt: (request) => work.run((tx) => receipt.run(tx, request)),
    find: (id) => found(work, (tx) => store.find(tx, id), `没有移送“${id}”`),
    ofAlert: (alertId) => work.run((tx) => store.ofAlert(tx, alertId)),
    list: (limit) => work.run((tx) => store.list(tx, limit)),
    package: (id) => work.run((tx) => reopen.run(tx, id)),
  };
}

function meetingsOf(
  work: UnitOfWork,
  desk: DeskHands,
  title: string,
  unitName: (code: string) => string,
): WorkDesk['meetings'] {
  const store = new PgMeetings();
  const matters = new PgMatterBook();
  const prepare = new PrepareMeeting(store, matters, desk, title);
  const decide = new DecideAtMeeting(store, desk);
  const finish = new FinishTask(store, desk);
  const find = (id: string): Promise<Meeting> =>
    found(work, (tx) => store.find(tx, id), `没有会议“${id}”`);
  return {
    prepare: (request) => work.run((tx) => prepare.run(tx, request)),
    decide: (request) => work.run((tx) => decide.run(tx, request)),
    finish: (request) => work.run((tx) => finish.run(tx, request)),
    find,
    list: (limit) => work.run((tx) => store.list(tx, limit)),
    minutes: async (id) => minutesOf(await find(id), unitName),
    agenda: (samples) =>
      work.run(async (tx) => agendaOf(await matters.open(tx, desk.clock.now(), samples), unitName)),
  };
}

async function found<T>(
  work: UnitOfWork,
  read: (tx: Transaction) => Promise<T | null>,
  otherwise: string,
): Promise<T> {
  const value = await work.run(read);
  if (value === null) throw new NotFound(otherwise);
  return value;
}

/** The units of units.yaml. */
export class RegisteredUnits extends UnitNames {
  constructor(private readonly register: UnitRegister) {
    super();
  }

  get police(): string {
    return this.register.police;
  }

  nameOf(code: string): string | null {
    return unitOf(this.register, code)?.name ?? null;
  }
}

/** The office hours of each unit. */
class CityTime extends WorkTime {
  constructor(private readonly tree: RoutingTree) {
    super();
  }

  dueAt(from: Date, unit: string, allowance: TimeAllowed): Date {
    return dueAt(from, allowance, calendarOf(this.tree, unit));
  }
}
