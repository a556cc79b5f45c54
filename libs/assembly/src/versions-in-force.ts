import {
  SettleFolder,
  isSame,
  type BookVersions,
  type Edition,
  type EditionStore,
  type RuleBook,
} from '@risk/editions';
import { Invalid, type Clock, type Log, type UnitOfWork } from '@risk/kit';
import type { PackedLexicon } from '@risk/keywords';
import {
  lexiconMark,
  licensedMark,
  loadLicensed,
  plainFile,
  type ConfigFile,
  type ConfigFolder,
} from '@risk/settings';
import type { EngineText, EngineTexts, PgLedger } from '@risk/store';
import type { Engines } from './compile-engines.js';
import { FollowEdition } from './follow-edition.js';
import { FollowFiles } from './follow-files.js';
import { packInThread, type PackedText } from './pack-in-thread.js';

/** The marks of the files that may be edited while the house runs. */
export interface FolderMarks {
  readonly lexicon: string;
  readonly licensed: string;
}

/** The marks of the files that lie in a configuration folder at this moment. */
export async function marksOf(dir: string): Promise<FolderMarks> {
  const [lexicon, licensed] = await Promise.all([lexiconMark(dir), licensedMark(dir)]);
  return { lexicon, licensed };
}

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
const LICENSED_WARNING = 'config/licensed';
const HAS_ITS_OWN =
  '已发布的规则版本带有自己的词库，词库文件夹的改动不生效；要采用请在工作台的规则版本里改词';

/** Which versions judge in this process: settled when the house opens, followed while it stays open. */
export class VersionsInForce {
  /** Whether the words in force are those of the edition, and not of the configuration folder. */
  hasOwnWords = false;

  constructor(
    private readonly engines: Engines,
    private readonly shelf: VersionShelf,
  ) {}

  /** For a command that comes and goes: judges with what is in force, whatever lies in the folder. */
  async join(config: ConfigFolder): Promise<void> {
    await this.keepTexts(config);
    const edition = await this.shelf.editions.inForce();
    if (!edition) await this.keepBook(config);
    else if (!isSame(edition, this.current())) await this.useBookOf(edition);
  }

  /** For what runs for days: a changed folder comes into force unless somebody published an edition. */
  async settle(config: ConfigFolder): Promise<void> {
    const { editions, work, clock } = this.shelf;
    const { rules, scoring } = this.engines.versions;
    const ofFolder = this.engines.versions.lexicon;
    await this.keepTexts(config);
    const book: RuleBook = {
      rules: config.rules.map(plainFile),
      scoring: plainFile(config.scoring),
      lexicon: null,
    };
    const { edition, remark } = await new SettleFolder(editions, work, clock).run(book, {
      ...{ rules, scoring, lexicon: null },
    });
    await this.warn(RULES_WARNING)(remark);
    if (!isSame(edition, this.current())) await this.useBookOf(edition);
    if (edition.lexicon !== null && edition.lexicon !== ofFolder)
      await this.warn(LEXICON_WARNING)(`${HAS_ITS_OWN}（版本 ${edition.id}）`);
  }

  /** From the marks of the files on that what is in force was read from; answers how to end it. */
  follow(dir: string, marks: FolderMarks): (() => Promise<void>)[] {
    const { editions, log } = this.shelf;
    const lexicon = this.followLexicon(dir, marks.lexicon);
    const licensed = this.followLicensed(dir, marks.licensed);
    const edition = new FollowEdition(
      editions,
      {
        versions: () => this.current(),
        use: async (book) => {
          const hadOwnWords = this.hasOwnWords;
          this.useBook(book, await this.wordsFor(book, dir));
          if (hadOwnWords && !this.hasOwnWords) lexicon.again();
        },
        warn: this.warn(RULES_WARNING),
      },
      log,
    );
    return [lexicon.start(), licensed.start(), edition.start()];
  }

  private followLexicon(dir: string, mark: string): FollowFiles {
    const version = (): string => this.engines.versions.lexicon;
    const take = async (): Promise<void> => {
      const taken = await packInThread({ dir });
      if (taken.packed.version !== version()) await this.useLexicon(taken);
    };
    const [title, warn] = ['词库', this.warn(LEXICON_WARNING)];
    const files = { title, mark: () => lexiconMark(dir), take, version, warn };
    return new FollowFiles(files, this.shelf.log, mark);
  }

  private followLicensed(dir: string, mark: string): FollowFiles {
    const version = (): string => this.engines.judging.licensed.version;
    const take = async (): Promise<void> => this.useLicensed(await loadLicensed(dir));
    const [title, warn] = ['持牌登记', this.warn(LICENSED_WARNING)];
    const files = { title, mark: () => licensedMark(dir), take, version, warn };
    return new FollowFiles(files, this.shelf.log, mark);
  }

  private current(): BookVersions {
    const { rules, scoring, lexicon } = this.engines.versions;
    return { rules, scoring, lexicon: this.hasOwnWords ? lexicon : null };
  }

  /** The words that come along with a book, compiled aside; none where those in force stay. */
  private async wordsFor({ lexicon }: RuleBook, dir: string): Promise<PackedLexicon | null> {
    if (lexicon !== null) return (await packInThread({ files: lexicon })).packed;
    if (!this.hasOwnWords) return null;
    const { packed, files } = await packInThread({ dir });
    await this.keep({ kind: 'lexicon', version: packed.version, content: files });
    return packed;
  }

  private async useLexicon({ packed, files }: PackedText): Promise<void> {
    if (this.hasOwnWords) throw new Invalid(HAS_ITS_OWN);
    await this.keep({ kind: 'lexicon', version: packed.version, content: files });
    this.engines.useLexicon(packed);
  }

  private async useLicensed(file: ConfigFile): Promise<void> {
    const { licensed } = this.engines.judging.withLicensed(file);
    await this.keepLicensed(licensed.version, file);
    this.engines.useLicensed(file);
  }

  private useBook(book: RuleBook, words: PackedLexicon | null): void {
    this.engines.useBook(book, words ?? undefined);
    this.hasOwnWords = book.lexicon !== null;
  }

  private readonly warn =
    (about: string) =>
    async (sentence: string | null): Promise<void> => {
      await this.shelf.ledger.warn(about, sentence, this.shelf.clock.now());
    };

  private async useBookOf(edition: Edition): Promise<void> {
    const book = await this.shelf.editions.bookOf(edition);
    if (book) this.useBook(book, null);
  }

  private async keepTexts({ lexicon, model, licensed }: ConfigFolder): Promise<void> {
    const { versions } = this.engines;
    await this.keep({
      kind: 'lexicon',
      version: versions.lexicon,
      content: lexicon.map(plainFile),
    });
    await this.keep({ kind: 'model', version: versions.model, content: [plainFile(model)] });
    await this.keepLicensed(this.engines.judging.licensed.version, licensed);
  }

  private keepLicensed(version: string, file: ConfigFile): Promise<void> {
    return this.keep({ kind: 'licensed', version, content: [plainFile(file)] });
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
