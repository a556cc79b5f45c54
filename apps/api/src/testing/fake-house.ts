import { intakeSaying, sourceSaying } from './intake.js';
import { bulletinSaying, readerSaying, RECEIPT, receiptSaying } from './bulletins.js';
import { RecordAudit } from '@risk/access';
import {
  House,
  TellCalendar,
  type Accepted,
  type BatchReport,
  type ReplayReport,
} from '@risk/assembly';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import type { DeadLetter, RawItem } from '@risk/intake';
import { Meters } from '@risk/metrics';
import type { Environment } from '@risk/settings';
import type { AlertDetail, Explanation, JudgedOnce, UnitWork } from '@risk/store';
import { FakeClock } from '../../../../libs/kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../../libs/kit/src/testing/fake-log.js';
import { InMemoryAuditTrail } from '../../../../libs/access/src/testing/in-memory-audit-trail.js';
import { figuresAt } from './rules-saying.js';
import { editionsInMemory } from './editions-in-memory.js';
import { smallTree, smallChannels } from '../../../../libs/routing/src/testing/small-city.js';
import { fakeTips } from './fake-tips.js';
import { houseStateSaying } from './house-state-saying.js';
import { People, POLICY } from './people.js';
import { FakeQueue, fakeQueue } from './fake-queue.js';
import { plainJudging } from './plain-judging.js';
import { overview } from './screens.js';
import {
  attachmentSaying,
  bareEntity,
  bareFacts,
  handOverSaying,
  ledgerSaying,
  meetingSaying,
  noticeSaying,
  verificationSaying,
} from './work-screens.js';

/** What the fake answers to a batch unless told otherwise: all of it is kept. */
export const keptAll = (items: readonly RawItem[]): Accepted => ({
  kept: true,
  ...report({ received: items.length, stored: items.length }),
});

export const report = (more: Partial<BatchReport> = {}): BatchReport => ({
  received: 0,
  stored: 0,
  duplicate: 0,
  deadLettered: 0,
  raised: 0,
  upgraded: 0,
  refusals: [],
  ...more,
});

const VERSIONS = { lexicon: 'L1', rules: 'R1', model: 'M1', scoring: 'S1' };

const ENVIRONMENT = {
  host: '127.0.0.1',
  port: 0,
  portWasSet: false,
  isLoopback: true,
  publicUrl: null,
  trustedProxies: [] as readonly string[],
  publicPage: { ownPlace: null },
  metrics: null,
} as Partial<Environment> as Environment;

/** What the doors ask of a house; a test sets the answers and looks at what was asked. */
class Answers {
  readonly batches: (readonly RawItem[])[] = [];
  readonly asked: unknown[] = [];
  readonly queue = new FakeQueue();
  accept: (items: readonly RawItem[]) => Accepted | Promise<Accepted> = keptAll;
  alert: AlertDetail | null = null;
  explanation: Explanation | null = null;
  records: JudgedOnce[] = [];
  letters: DeadLetter[] = [];
  missing: string[] = [];
  /** What lies before units. */
  works: UnitWork[] = [];
  /** Whom a message of a unit was sent to, by unit and number. */
  readonly recipients = new Map<string, string>();
  /** Why a decision is refused. */
  refusal: Error | null = null;
}

const DESK_LISTS = [
  ...['inbox', 'duties', 'handOvers', 'meetings', 'ledgerDuties', 'ledgerFindings'],
  ...['bulletins', 'notices', 'silences', 'floods', 'hushed', 'vaultRequests', 'vaultLooks'],
];

const PHOTO = { name: "门头 '(1)*.png", mediaType: 'image/png', bytes: Buffer.from('PNG') };

const BOND = { from: '7', to: '8', kind: 'phone', value: '13800001234' };

const ask = (answers: Answers, question: unknown): void => {
  answers.asked.push(question);
};

/** A house without walls: the doors find what they need, everything else refuses to be touched. */
export class FakeHouse extends House {
  readonly answers = new Answers();
  override readonly environment: Environment;
  override readonly clock = new FakeClock();
  override readonly log = new FakeLog();
  override readonly documents = { asyncapi: { asyncapi: '3.0.0' } };
  override readonly mailFolder = null;
  override readonly meters = new Meters();
  override address: string | null = null;
  override readonly engines = {
    versions: VERSIONS,
    routing: smallTree(),
    handling: { channels: smallChannels },
    access: POLICY,
    judging: plainJudging(),
  } as unknown as House['engines'];

  override readonly running = houseStateSaying();
  override readonly calendar = new TellCalendar(this.engines.routing, this.clock);
  readonly people = new People(this.clock);
  override readonly access = this.people.desk;
  override readonly editions = editionsInMemory(this.clock, (question) => {
    ask(this.answers, question);
  });
  override readonly figures = {
    read: () => Promise.resolve(figuresAt(this.clock.now())),
    readWhole: () => Promise.resolve(figuresAt(this.clock.now())),
  } as unknown as House['figures'];
  override readonly strikes = {
    records: async (code: string, sight: Sight, question: unknown) => {
      await this.decided({ strikes: code, sight, question });
      return { rows: [], next: null, total: 0 };
    },
    alerts: (code: string, sight: Sight, limit: number) =>
      this.listed({ struck: code, sight, limit }),
  } as unknown as House['strikes'];

  override readonly inlet = {
    accept: async (items: readonly RawItem[]): Promise<Accepted> => {
      this.answers.batches.push(items);
      return this.answers.accept(items);
    },
  };

  override readonly deadLetters = {
    open: (id: string) =>
      Promise.resolve(
        id === '5'
          ? { letter: this.answers.letters[0], bytes: Buffer.from('{}'), value: undefined }
          : null,
      ),
  } as unknown as House['deadLetters'];

  override readonly sources = new Map([
    ['desk-complaint', sourceSaying('desk-complaint', '窗口录入')],
  ]) as House['sources'];

  override readonly intake = intakeSaying(this.answers) as unknown as House['intake'];

  override readonly replay = {
    run: (ids: readonly string[] | 'all'): Promise<ReplayReport> => {
      ask(this.answers, { ids });
      return Promise.resolve({ tried: 1, stored: 1, duplicate: 0, stillRefused: [] });
    },
  } as House['replay'];

  override readonly overview = {
    read: () => Promise.resolve(overview()),
    alerts: (limit: number, offset = 0, sight = WHOLE_CITY) => {
      ask(this.answers, { limit, offset, sight });
      return Promise.resolve(this.answers.alert ? [this.answers.alert] : []);
    },
    alert: (id: string) => Promise.resolve(id === '7' ? this.answers.alert : null),
    byRegion: () => Promise.resolve([]),
  } as unknown as House['overview'];

  override readonly situation = {
    run: async (sight: unknown, days: number) => {
      await this.decided({ 'situation.run': { sight, days } });
      return { open: [], days: [], places: [] };
    },
  } as unknown as House['situation'];

  override readonly explanation = {
    of: (id: string) => {
      ask(this.answers, { id });
      return Promise.resolve(this.answers.explanation);
    },
    ofEntity: (question: unknown) => {
      ask(this.answers, question);
      return Promise.resolve(this.answers.records);
    },
  } as unknown as House['explanation'];

  override readonly entities = {
    ...this.asking('entities', ['history', 'whyNot']),
    list: async (wish: unknown) => {
      await this.decided({ 'entities.list': wish });
      return { rows: [], next: null, total: 0 };
    },
    profile: async (id: string) => {
      await this.decided({ 'entities.profile': id });
      return { id, name: '甲公司' };
    },
    records: async (id: string, question: unknown) => {
      await this.decided({ 'entities.records': id, question });
      return { rows: [], next: null, total: 0, withheld: 0 };
    },
    neighbours: async (id: string, question: unknown) => {
      await this.decided({ 'entities.neighbours': id, question });
      return { neighbours: [], bonds: [BOND], leftOut: 0, outOfSight: 0 };
    },
    then: async (id: string, at: Date, reader: unknown) => {
      await this.decided({ 'entities.then': id, at, reader });
      return { at, id, alerts: [{ alertId: '7' }, { alertId: '8' }] };
    },
  } as unknown as House['entities'];

  override readonly cases = {
    decideTier: (request: unknown) => this.decided(request),
    recordOutcome: (request: unknown) => this.decided(request),
    report: {
      run: (request: unknown) => {
        ask(this.answers, request);
        return Promise.resolve({ alerts: 7 });
      },
    },
  } as unknown as House['cases'];

  /** Whatever the desk is asked, with its name: `verifications.open`. */
  override readonly desk = {
    verifications: {
      ...this.asking('verifications', ['open', 'note', 'conclude', 'find']),
      ofAlert: async (alertId: string) => {
        await this.decided({ alertId });
        return [verificationSaying('甲')];
      },
    },
    handOvers: {
      ...this.asking('handOvers', ['make', 'takeIn', 'receipt', 'find']),
      draft: (request: unknown) => {
        ask(this.answers, { 'handOvers.draft': request });
        return Promise.resolve({ name: '移送草稿.zip', bytes: Buffer.from('PK') });
      },
      list: (limit: number) => this.listed({ 'handOvers.list': limit }),
      ofAlert: () => Promise.resolve([handOverSaying('甲')]),
      package: () => Promise.resolve({ name: '移送.zip', bytes: Buffer.from('PK') }),
    },
    meetings: {
      ...this.asking('meetings', ['minutes']),
      ...Object.fromEntries(
        ['prepare', 'decide', 'finish'].map((name) => [
          name,
          async (request: unknown) => {
            await this.decided({ [`meetings.${name}`]: request });
            return meetingSaying('联席会议');
          },
        ]),
      ),
      agenda: async (samples: boolean) => {
        await this.decided({ 'meetings.agenda': samples });
        return meetingSaying('联席会议').agenda;
      },
      find: async (id: string) => {
        await this.decided({ 'meetings.find': id });
        return meetingSaying('联席会议');
      },
      list: async (limit: number) => {
        await this.decided({ 'meetings.list': limit });
        return [{ ...meetingSaying('联席会议'), items: 1, tasks: 3, tasksDone: 1 }];
      },
    },
    ledger: async (request: unknown) => {
      await this.decided({ ledger: request });
      return ledgerSaying('市委金融办');
    },
    presentLedger: async (request: unknown) => {
      await this.decided({ ledger: request });
      return ledgerSaying('市委金融办');
    },
    unitName: (code: string) => code,
  } as unknown as House['desk'];

  /** Whatever list is asked for, with its name: `inbox`. */
  override readonly deskLists = {
    ...Object.fromEntries(
      DESK_LISTS.map((name) => [
        name,
        (question: unknown) => {
          ask(this.answers, { [name]: question });
          return Promise.resolve({ rows: [], next: null, total: 0 });
        },
      ]),
    ),
    message: (unit: string, id: string) => {
      ask(this.answers, { message: unit });
      return Promise.resolve({ id, recipientKey: `${unit}/liaison` });
    },
    recipientOf: (unit: string, id: string) =>
      Promise.resolve(this.answers.recipients.get(`${unit} ${id}`) ?? null),
  } as unknown as House['deskLists'];

  override readonly letters = {
    ...this.asking('letters', ['sign', 'attach', 'exportCredit', 'creditExports', 'ofAlert']),
    draft: (request: unknown) => this.written({ 'letters.draft': request }),
    open: (request: unknown) => this.written({ 'letters.open': request }),
    meetingPaper: (request: unknown) => this.written({ 'letters.meetingPaper': request }),
  } as unknown as House['letters'];

  override readonly bulletins = {
    ...this.asking('bulletins', ['special', 'correct', 'step', 'again']),
    upcoming: () => Promise.resolve([]),
    list: (question: unknown) => {
      ask(this.answers, question);
      return Promise.resolve([bulletinSaying()]);
    },
    find: (id: string) => {
      ask(this.answers, { 'bulletins.find': id });
      return Promise.resolve(bulletinSaying());
    },
    file: (_id: string, name: string) =>
      Promise.resolve({ name, mediaType: 'text/html', bytes: Buffer.from('<p>') }),
    page: () => Promise.resolve('<!doctype html><p>正文</p>'),
    readers: () => Promise.resolve([readerSaying()]),
    receiptOf: (_notice: string, receipt: string) =>
      Promise.resolve(receipt === RECEIPT ? receiptSaying(null) : null),
    markRead: (notice: string, receipt: string) => {
      ask(this.answers, { notice, receipt });
      return Promise.resolve(receiptSaying(this.clock.now()));
    },
  } as unknown as House['bulletins'];

  override readonly attachments = {
    listOf: (alertId: string) => this.decided({ 'attachments.listOf': alertId }),
    open: (id: string) => {
      ask(this.answers, { 'attachments.open': id });
      return Promise.resolve(id === '3' ? PHOTO : null);
    },
  } as unknown as House['attachments'];

  override readonly vault = {
    request: (wish: unknown) => this.decided(wish),
    approve: (wish: unknown) => this.decided(wish),
    look: (wish: unknown) => this.decided(wish),
  } as unknown as House['vault'];

  readonly tipsKept = fakeTips(this.clock, (question) => {
    ask(this.answers, question);
  });
  override readonly tips = this.tipsKept.desk;

  readonly auditTrail = new InMemoryAuditTrail();
  override readonly audit = {
    trail: this.auditTrail,
    record: new RecordAudit(this.auditTrail),
  } as unknown as House['audit'];

  override readonly reconcile = {
    run: (since: string) => {
      ask(this.answers, { since });
      return Promise.resolve([]);
    },
  } as unknown as House['reconcile'];

  constructor(environment: Partial<Environment> = {}) {
    super();
    this.environment = { ...ENVIRONMENT, ...environment };
  }

  private asking(part: string, names: readonly string[]) {
    const answering = (name: string) => (request: unknown) =>
      this.decided({ [`${part}.${name}`]: request });
    return Object.fromEntries(names.map((name) => [name, answering(name)]));
  }

  private async written(request: unknown) {
    await this.decided(request);
    return { id: '3', name: '通知书.docx', bytes: Buffer.from('PK'), blanks: [] };
  }

  private listed(question: unknown) {
    ask(this.answers, question);
    return Promise.resolve([]);
  }

  private decided(request: unknown) {
    ask(this.answers, request);
    const { refusal } = this.answers;
    return refusal ? Promise.reject(refusal) : Promise.resolve({ id: '3', entries: [] });
  }

  override regionName = (code: string | null): string => code ?? '属地不明';
  override missing = (): Promise<string[]> => Promise.resolve(this.answers.missing);
  override close = (): Promise<void> => Promise.resolve();
  override watch = (): never => absent('watch');
  override backtest = (): never => absent('backtest');
  override processAt = (): never => absent('processAt');
  override cutsAt = (): never => absent('cutsAt');
  override removeSamples = (): never => absent('removeSamples');
  override get refreshIndices(): never {
    return absent('refreshIndices');
  }
  override get vitals(): never {
    return absent('vitals');
  }
  override get memory(): never {
    return absent('memory');
  }
  override get past(): never {
    return absent('past');
  }
  override get database(): never {
    return absent('database');
  }
  override get cipher(): never {
    return absent('cipher');
  }
  override get work(): never {
    return absent('work');
  }
  override get process(): never {
    return absent('process');
  }
  override readonly alerts = {
    ...fakeQueue(this.answers),
    take: (request: unknown) => this.decided(request),
    timetable: { office: 'office' },
    book: {
      lifeOf: () => Promise.resolve({ ...bareFacts('甲').life, files: [attachmentSaying('甲')] }),
      standing: (unit: string | null, limit: number, sight: Sight) =>
        this.listed({ standing: unit, limit, sight }),
      inbox: (unit: string, before: string | null, limit: number) =>
        this.listed({ unit, before, limit }),
      markRead: () => Promise.resolve(true),
      silences: (limit: number) => this.listed({ silences: limit }),
      floods: (limit: number) => this.listed({ floods: limit }),
    },
    surroundings: {
      entityOf: () => Promise.resolve(bareEntity()),
      beside: () => Promise.resolve([]),
      assigneesOf: () => Promise.resolve([]),
      rootOf: (id: string) => Promise.resolve(id === '7' && this.answers.alert ? '3' : null),
      toldUnits: () => Promise.resolve([{ unit: 'office', role: 'lead' }]),
    },
    workload: {
      figures: () =>
        Promise.resolve({ unacknowledged: 4, overdue: 3, unknown: 2, floods: 1, flooded: 9 }),
      ofUnits: (_now: Date, sight?: Sight) => {
        if (sight) ask(this.answers, { sight });
        return Promise.resolve(this.answers.works);
      },
      duties: (question: unknown) => this.listed(question),
      hushed: (limit: number) => this.listed({ hushed: limit }),
    },
  } as unknown as House['alerts'];
  override readonly notices = {
    history: {
      list: (question: unknown) => {
        ask(this.answers, question);
        return Promise.resolve([noticeSaying('甲')]);
      },
      one: (id: string) => Promise.resolve(id === '31' ? noticeSaying('甲') : null),
    },
    settle: (request: unknown) => this.decided(request),
  } as unknown as House['notices'];
  override get deliver(): never {
    return absent('deliver');
  }
  override get noteDebuts(): never {
    return absent('noteDebuts');
  }
  override get watchSilence(): never {
    return absent('watchSilence');
  }
  override get watchLicences(): never {
    return absent('watchLicences');
  }
  override get keepWithinCapacity(): never {
    return absent('keepWithinCapacity');
  }
  override get pollTables(): never {
    return absent('pollTables');
  }
}

function absent(part: string): never {
  throw new Error(`the fake house has no ${part}`);
}
