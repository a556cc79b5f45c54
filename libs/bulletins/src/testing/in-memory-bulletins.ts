import { createHash } from 'node:crypto';
import { paperText, type BulletinState, type Paper, type Sheet } from '@risk/domain';
import { Forbidden, NotFound, UnitOfWork, type Transaction } from '@risk/kit';
import { FakeTransaction } from '../../../kit/src/testing/fake-transaction.js';
import { paperOf, type Content } from '../compose/composition.js';
import type { RecipientGroup } from '../policy.js';
import type {
  Bulletin,
  BulletinKey,
  BulletinStep,
  NewBulletin,
  PressedFile,
  WholeBulletin,
} from '../release/bulletin.js';
import { Subjects, type Subject } from '../release/subjects.js';
import {
  seriesKey,
  BulletinPost,
  BulletinPress,
  BulletinStore,
  OperatorWarning,
  ReporterGate,
  type ArchiveQuestion,
  type Dispatch,
  type Reader,
  type Receipt,
} from '../release/ports.js';

interface Row {
  readonly bulletin: Bulletin;
  /** As the database keeps it: what is no JSON is lost. */
  readonly content: string;
  readonly files: readonly PressedFile[];
  readonly steps: readonly BulletinStep[];
}

const keyOf = ({ kind, slot, scope, samples, revision }: BulletinKey): string =>
  JSON.stringify([kind, slot, scope, samples, revision]);

const seriesOf = ({ kind, scope, samples, year }: Bulletin): string =>
  JSON.stringify([kind, scope, samples, year]);

/** What goes into the store beside the content, which says it all. */
const told = ({ composition: { broken, isQuiet } }: Content) => ({ broken, isQuiet });

/** Keeps editions in memory and the promises of the real store. */
export class InMemoryBulletins extends BulletinStore {
  private rows = new Map<string, Row>();
  private notices: readonly (Reader & { readonly bulletinId: string; readonly receipt: string })[] =
    [];
  private last = 0;

  /** Everything that is kept, to be put back when a transaction fails. */
  remember(): () => void {
    const [rows, notices] = [new Map(this.rows), this.notices];
    return () => {
      this.rows = rows;
      this.notices = notices;
    };
  }

  /** All editions, the oldest first. */
  get all(): Bulletin[] {
    return [...this.rows.values()].map(({ bulletin }) => bulletin);
  }

  /** A notice of the post; the receipt is what only its reader is given. */
  addReader(bulletinId: string, reader: Omit<Reader, 'noticeId'>, receipt: string): void {
    const noticeId = this.nextId();
    this.notices = [...this.notices, { ...reader, noticeId, bulletinId, receipt }];
  }

  latest(samples: boolean): Promise<ReadonlyMap<string, Date>> {
    const first = this.all.filter((b) => b.samples === samples && b.revision === 0);
    const inOrder = first.sort((a, b) => a.span.until.getTime() - b.span.until.getTime());
    const ends = inOrder.map((b) => [seriesKey(b.kind, b.scope), b.span.until] as const);
    return Promise.resolve(new Map(ends));
  }

  keep(_tx: Transaction, { content, ...given }: NewBulletin): Promise<Bulletin | null> {
    if (this.rowOfKey(given)) return Promise.resolve(null);
    const bulletin: Bulletin = {
      ...given,
      ...told(content),
      ...{ id: this.nextId(), number: null, state: 'draft', issuedAt: null },
    };
    this.rows.set(bulletin.id, {
      bulletin,
      content: JSON.stringify(content),
      files: [],
      steps: [],
    });
    return Promise.resolve(bulletin);
  }

  replace(_tx: Transaction, id: string, content: Content, composedAt: Date): Promise<void> {
    this.change(id, { content: JSON.stringify(content) }, { ...told(content), composedAt });
    return Promise.resolve();
  }

  async lock(_tx: Transaction, id: string): Promise<WholeBulletin> {
    return (await this.find(id)) ?? missing(id);
  }

  number(_tx: Transaction, id: string): Promise<number> {
    const { bulletin } = this.row(id);
    const corrected = this.rows.get(bulletin.corrects ?? '')?.bulletin.number ?? null;
    const others = this.all.filter((one) => seriesOf(one) === seriesOf(bulletin));
    const number = corrected ?? Math.max(0, ...others.map((one) => one.number ?? 0)) + 1;
    this.change(id, {}, { number });
    return Promise.resolve(number);
  }

  move(
    _tx: Transaction,
    id: string,
    state: BulletinState,
    more: readonly Omit<BulletinStep, 'id'>[],
  ): Promise<void> {
    const { steps } = this.row(id);
    const taken = more.map((step) => ({ ...step, id: this.nextId() }));
    const issuedAt = state === 'issued' ? (more.at(-1)?.at ?? null) : null;
    this.change(id, { steps: [...steps, ...taken] }, { state, issuedAt });
    return Promise.resolve();
  }

  keepFiles(_tx: Transaction, id: string, files: readonly PressedFile[]): Promise<void> {
    this.change(id, { files }, {});
    return Promise.resolve();
  }

  find(id: string): Promise<WholeBulletin | null> {
    const row = this.rows.get(id);
    return Promise.resolve(row ? wholeOf(row) : null);
  }

  findKey(key: BulletinKey): Promise<WholeBulletin | null> {
    const row = this.rowOfKey(key);
    return Promise.resolve(row ? wholeOf(row) : null);
  }

  list({ kind, scope, state, words, before, limit }: ArchiveQuestion): Promise<Bulletin[]> {
    const found = [...this.rows.values()].filter(
      ({ bulletin, content }) =>
        (kind === null || bulletin.kind === kind) &&
        (scope === null || bulletin.scope === scope) &&
        (state === null || bulletin.state === state) &&
        (before === null || Number(bulletin.id) < Number(before)) &&
        (words === null || wordsOf(content).includes(words.toLowerCase())),
    );
    return Promise.resolve(
      found
        .map(({ bulletin }) => bulletin)
        .reverse()
        .slice(0, limit),
    );
  }

  file(id: string, name: string): Promise<PressedFile | null> {
    return Promise.resolve(this.rows.get(id)?.files.find((file) => file.name === name) ?? null);
  }

  unfinished(limit: number): Promise<Bulletin[]> {
    const found = this.all.filter(({ state, broken }) => state === 'draft' && broken.length > 0);
    return Promise.resolve(found.slice(0, limit));
  }

  readersOf(id: string): Promise<Reader[]> {
    const mine = this.notices.filter(({ bulletinId }) => bulletinId === id);
    return Promise.resolve(
      mine.map(({ bulletinId: _bulletin, receipt: _receipt, ...reader }) => reader),
    );
  }

  receiptOf(notice: string, receipt: string): Promise<Receipt | null> {
    const found = this.noticeOf(notice, receipt);
    if (!found) return Promise.resolve(null);
    const { bulletinId, unitName, readAt } = found;
    const { title } = this.row(bulletinId).bulletin;
    return Promise.resolve({ bulletinId, title, unitName, readAt });
  }

  markRead(notice: string, receipt: string, at: Date): Promise<Receipt | null> {
    const found = this.noticeOf(notice, receipt);
    this.notices = this.notices.map((one) =>
      one.bulletinId === found?.bulletinId && one.title === found.title && one.readAt === null
        ? { ...one, readAt: at }
        : one,
    );
    return this.receiptOf(notice, receipt);
  }

  private noticeOf(notice: string, receipt: string) {
    return this.notices.find((one) => one.noticeId === notice && one.receipt === receipt) ?? null;
  }

  private rowOfKey(key: BulletinKey): Row | undefined {
    return [...this.rows.values()].find(({ bulletin }) => keyOf(bulletin) === keyOf(key));
  }

  private row(id: string): Row {
    return this.rows.get(id) ?? missing(id);
  }

  /** What was issued is never changed: the real store holds it by triggers. */
  private change(id: string, row: Partial<Row>, bulletin: Partial<Bulletin>): void {
    const before = this.row(id);
    if (before.bulletin.state === 'issued') throw new Error(`bulletin ${id} was issued`);
    this.rows.set(id, { ...before, ...row, bulletin: { ...before.bulletin, ...bulletin } });
  }

  private nextId(): string {
    this.last += 1;
    return String(this.last);
  }
}

const wholeOf = ({ bulletin, content, files, steps }: Row): WholeBulletin => ({
  ...bulletin,
  content: JSON.parse(content) as Content,
  files: files.map(({ bytes: _bytes, ...line }) => line),
  steps,
});

const wordsOf = (content: string): string =>
  paperText(paperOf(JSON.parse(content) as Content, { isDraft: false, number: null }))
    .join('\n')
    .toLowerCase();

function missing(id: string): never {
  throw new NotFound(`没有编号为 ${id} 的简报`);
}

/** One transaction after another; what a failing one did is undone. */
export class RollingBack extends UnitOfWork {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: readonly { remember(): () => void }[]) {
    super();
  }

  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const mine = this.queue.then(async () => {
      const undoing = this.parts.map((part) => part.remember());
      try {
        return await work(new FakeTransaction());
      } catch (error) {
        for (const undo of undoing) undo();
        throw error;
      }
    });
    this.queue = mine.catch(() => null);
    return mine;
  }
}

/** The paper and its sheets as JSON are its bytes: the same data make the same bytes. */
export class JsonPress extends BulletinPress {
  /** Printing is refused with this. */
  failing: Error | null = null;
  /** How often something was announced. */
  prepared = 0;

  prepare(): void {
    this.prepared += 1;
  }

  press(paper: Paper, sheets: readonly Sheet[]): Promise<PressedFile[]> {
    if (this.failing) return Promise.reject(this.failing);
    return Promise.resolve([
      fileOf('简报.json', 'document', paper),
      ...(sheets.length === 0 ? [] : [fileOf('附表.json', 'annex', sheets)]),
    ]);
  }
}

function fileOf(name: string, role: PressedFile['role'], data: unknown): PressedFile {
  const bytes = Buffer.from(JSON.stringify(data));
  const digest = createHash('sha256').update(bytes).digest('hex');
  const size = bytes.length;
  return { name, role, mediaType: 'application/json', size, sha256: digest, sm3: digest, bytes };
}

/** Collects what is sent; every group is one person unless told otherwise. */
export class CollectingPost extends BulletinPost {
  sent: readonly Dispatch[] = [];
  /** Groups of which nobody can be reached. */
  readonly unreachable = new Set<RecipientGroup>();

  constructor(private readonly store: InMemoryBulletins) {
    super();
  }

  remember(): () => void {
    const { sent } = this;
    return () => {
      this.sent = sent;
    };
  }

  count(groups: readonly RecipientGroup[]): number {
    return groups.filter((group) => !this.unreachable.has(group)).length;
  }

  send(_tx: Transaction, dispatch: Dispatch): Promise<number> {
    this.sent = [...this.sent, dispatch];
    const { bulletin, groups } = dispatch;
    for (const title of groups)
      for (const channel of ['email', 'inbox'])
        this.store.addReader(
          bulletin.id,
          {
            unit: 'jrb',
            unitName: '金融办',
            title,
            channel,
            state: 'sent',
            sentAt: null,
            readAt: null,
          },
          `${bulletin.id}-${title}-${channel}`,
        );
    return Promise.resolve(this.count(groups));
  }
}

/** Lets everything pass until it is told a word that may not. */
export class FakeGate extends ReporterGate {
  forbidden: string | null = null;
  /** Of whom it was asked, each time. */
  readonly asked: string[][] = [];

  refuse(paper: Paper, named: readonly { readonly entityId: string }[]): Promise<void> {
    this.asked.push(named.map(({ entityId }) => entityId));
    const { forbidden } = this;
    const stands = forbidden !== null && paperText(paper).some((line) => line.includes(forbidden));
    return stands ? Promise.reject(new Forbidden('正文含有举报人信息')) : Promise.resolve();
  }
}

/** Knows the entities that a test puts in. */
export class FewSubjects extends Subjects {
  readonly known = new Map<string, Subject>();

  of(entityId: string): Promise<Subject | null> {
    return Promise.resolve(this.known.get(entityId) ?? null);
  }
}

/** Remembers what the operator was told, null included. */
export class RememberedWarnings extends OperatorWarning {
  readonly told: (string | null)[] = [];

  warn(sentence: string | null): Promise<void> {
    this.told.push(sentence);
    return Promise.resolve();
  }
}
