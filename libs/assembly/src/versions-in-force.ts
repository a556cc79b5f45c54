import { SettleFolder, isSame, type Edition, type EditionStore } from '@risk/editions';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import { lexiconMark, plainFile, type ConfigFolder } from '@risk/settings';
import type { EngineText, EngineTexts, PgLedger } from '@risk/store';
import type { Engines } from './compile-engines.js';
import { FollowEdition } from './follow-edition.js';
import { FollowLexicon } from './follow-lexicon.js';
import { packInThread } from './pack-in-thread.js';

/** Where versions are kept and problems with them are told. */
export interface VersionShelf {
  readonly editions: EditionStore;
  readonly texts: EngineTexts;
  readonly ledger: PgLedger;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}

const RULES_WARNING = 'config/rules';
const LEXICON_WARNING = 'config/lexicon';

/** Which versions judge in this process: settled when the house opens, followed while it stays open. */
export class VersionsInForce {
  constructor(
    private readonly engines: Engines,
    private readonly shelf: VersionShelf,
  ) {}

  /** For a command that comes and goes: judges with what is in force, whatever lies in the folder. */
  async join(config: ConfigFolder): Promise<void> {
    const edition = await this.shelf.editions.inForce();
    if (!edition) await this.keepBook(config);
    else if (!isSame(edition, this.engines.versions)) await this.useBookOf(edition);
    await this.keepTexts(config);
  }

  /** For what runs for days: a changed folder comes into force unless somebody published an edition. */
  async settle(config: ConfigFolder): Promise<void> {
    const { editions, work, clock } = this.shelf;
    const { rules, scoring } = this.engines.versions;
    const book = { rules: config.rules.map(plainFile), scoring: plainFile(config.scoring) };
    const settled = await new SettleFolder(editions, work, clock).run(book, { rules, scoring });
    await this.warn(RULES_WARNING)(settled.remark);
    if (settled.remark !== null) await this.useBookOf(settled.edition);
    await this.keepTexts(config);
  }

  /** From the mark of the lexicon's files on that the one in force was read from; answers how to end it. */
  follow(dir: string, mark: string): (() => Promise<void>)[] {
    const { editions, log } = this.shelf;
    const lexicon = new FollowLexicon(
      { mark: () => lexiconMark(dir), pack: () => packInThread(dir) },
      {
        version: () => this.engines.versions.lexicon,
        use: async ({ packed, files }) => {
          await this.keep({ kind: 'lexicon', version: packed.version, content: files });
          this.engines.useLexicon(packed);
        },
        warn: this.warn(LEXICON_WARNING),
      },
      log,
      mark,
    );
    const edition = new FollowEdition(
      editions,
      {
        versions: () => this.engines.versions,
        use: (book) => {
          this.engines.useBook(book);
        },
        warn: this.warn(RULES_WARNING),
      },
      log,
    );
    return [lexicon.start(), edition.start()];
  }

  private readonly warn =
    (about: string) =>
    async (sentence: string | null): Promise<void> => {
      await this.shelf.ledger.warn(about, sentence, this.shelf.clock.now());
    };

  private async useBookOf(edition: Edition): Promise<void> {
    const book = await this.shelf.editions.bookOf(edition);
    if (book) this.engines.useBook(book);
  }

  private async keepTexts({ lexicon, model, licensed }: ConfigFolder): Promise<void> {
    const { versions } = this.engines;
    await this.keep({
      kind: 'lexicon',
      version: versions.lexicon,
      content: lexicon.map(plainFile),
    });
    await this.keep({ kind: 'model', version: versions.model, content: [plainFile(model)] });
    const register = this.engines.judging.licensed.version;
    await this.keep({ kind: 'licensed', version: register, content: [plainFile(licensed)] });
  }

  private async keepBook({ rules, scoring }: ConfigFolder): Promise<void> {
    const { versions } = this.engines;
    await this.keep({ kind: 'rules', version: versions.rules, content: rules.map(plainFile) });
    await this.keep({ kind: 'scoring', version: versions.scoring, content: [plainFile(scoring)] });
  }

  private async keep(text: EngineText): Promise<void> {
    const { texts, work, clock } = this.shelf;
    if (await texts.has(text.kind, text.version)) return;
    await work.run((tx) => texts.keep(tx, text, clock.now()));
  }
}
