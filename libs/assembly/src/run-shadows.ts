import { recall, withVerdicts, type EntityMemory, type MemoryStore } from '@risk/assessment';
import { stageOf, type Edition, type EditionStore } from '@risk/editions';
import { chunksOf, seconds, type Clock, type UnitOfWork } from '@risk/kit';
import type { PgShadow, ShadowVerdict } from '@risk/store';
import type { Engines } from './compile-engines.js';
import type { Judging } from './compile-judging.js';

/** Where shadows read and write. */
export interface ShadowShelf {
  readonly editions: EditionStore;
  readonly memory: MemoryStore;
  readonly shadow: PgShadow;
  readonly work: UnitOfWork;
  readonly clock: Clock;
}

/** Records that one run looks at, so that a shadow never holds up what is real. */
const MOST_RECORDS = 2_000;
const CHUNK = 100;
/** A batch that is being written may carry a slightly older moment than one that is committed already. */
const SETTLED = seconds(5);

/** Lets every edition in shadow judge whom the incoming records concern; nothing comes of it but a comparison. */
export class RunShadows {
  /** What editions compile to, beside what was in force then. */
  private readonly compiled = new Map<string, { beside: Judging; candidate: Judging }>();

  constructor(
    private readonly engines: Engines,
    private readonly shelf: ShadowShelf,
  ) {}

  /** Answers how many records were looked at. */
  async run(): Promise<number> {
    const editions = await this.shelf.editions.list();
    const shadows = editions.filter((edition) => stageOf(edition) === 'shadow');
    const living = new Set(shadows.map(({ id }) => id));
    for (const id of this.compiled.keys()) if (!living.has(id)) this.compiled.delete(id);
    let seen = 0;
    for (const edition of shadows) seen += await this.shadow(edition);
    return seen;
  }

  private async shadow(edition: Edition): Promise<number> {
    const { shadow, work, clock } = this.shelf;
    const began = edition.steps.findLast(({ kind }) => kind === 'shadowed')?.at ?? clock.now();
    return work.run(async (tx) => {
      const progress = await shadow.hold(tx, edition.id, began);
      if (!progress) return 0;
      const now = clock.now();
      const until = new Date(now.getTime() - SETTLED);
      const news = await shadow.news(progress.seenUntil, until, MOST_RECORDS);
      if (!news) return 0;
      const candidate = await this.judgingOf(edition);
      const verdicts: ShadowVerdict[] = [];
      for (const roots of chunksOf(news.roots, CHUNK))
        verdicts.push(...(await this.compare(roots, candidate, now)));
      await shadow.keep(tx, edition.id, verdicts, news, now);
      return news.records;
    });
  }

  private async judgingOf(edition: Edition): Promise<Judging> {
    const { judging } = this.engines;
    const known = this.compiled.get(edition.id);
    if (known?.beside === judging) return known.candidate;
    const book = await this.shelf.editions.bookOf(edition);
    if (!book) throw new Error(`edition ${edition.id} has no texts`);
    const candidate = judging.withBook(book);
    this.compiled.set(edition.id, { beside: judging, candidate });
    return candidate;
  }

  /** Both judge the same records at the same moment; entities without a signal under either are left out. */
  private async compare(
    roots: readonly string[],
    candidate: Judging,
    at: Date,
  ): Promise<ShadowVerdict[]> {
    const { memory } = this.shelf;
    const memories = await memory.inForce(roots, at);
    const ids = memories.flatMap((one) => [...one.records, ...one.parent].map((r) => r.recordId));
    const records = await memory.records([...new Set(ids)]);
    const base = this.engines.judging;
    const list = [...records.values()];
    const readings = base.judge.readAll(list);
    const isReadAlike = base.judge.version.lexicon === candidate.judge.version.lexicon;
    const others = isReadAlike ? readings : candidate.judge.readAll(list);
    const judged = (by: Judging, read: typeof readings) =>
      new Map(
        [...records].flatMap(([id, record], i) => {
          const reading = read[i];
          return reading ? [[id, by.judge.verdictOn(record, reading)] as const] : [];
        }),
      );
    const [now, then] = [judged(base, readings), judged(candidate, others)];
    return memories.flatMap((one) => {
      const stands = indexed(one, base, now, at);
      const would = indexed(one, candidate, then, at);
      if (stands.score === 0 && would.score === 0) return [];
      const { entityId } = one;
      const { score, tier, reasons } = would;
      return [{ entityId, score, tier, reasons, scoreNow: stands.score, tierNow: stands.tier }];
    });
  }
}

type Verdicts = ReadonlyMap<string, ReturnType<Judging['judge']['verdictOn']>>;

function indexed(memory: EntityMemory, { indexOf }: Judging, verdicts: Verdicts, at: Date) {
  const judged = withVerdicts(memory, (id) => verdicts.get(id));
  return indexOf({ ...judged, ...recall(judged, at) }, at);
}
