import {
  differenceBetween,
  type Changes,
  type Difference,
  type Tried,
  type WholeBook,
} from '@risk/editions';
import { Invalid, fingerprintOf } from '@risk/kit';
import { packLexicon, type PackedLexicon } from '@risk/keywords';
import type { RegionRegister } from '@risk/routing';
import { runExamples, type ExampleOutcome } from '@risk/rules';
import { compileJudging, lexiconOf, type Judging, type JudgingFiles } from '../compile-judging.js';
import { draftBook, type DraftProblem } from './draft-book.js';
import { tryText, type Trial } from './try-text.js';

/** What a book comes to when it is compiled and its examples are run. */
export interface BookReport {
  /** Null while it cannot be used. */
  readonly versions: {
    readonly rules: string;
    readonly scoring: string;
    readonly lexicon: string;
  } | null;
  readonly problems: readonly DraftProblem[];
  /** The examples of the rules that were asked about. */
  readonly examples: readonly Omit<ExampleOutcome, 'file'>[];
  /** What a person should look at although it can be used. */
  readonly remarks: readonly string[];
}

/** What changes come to, and what they change. */
export interface ChangesReport extends BookReport {
  readonly changed: Difference;
}

const MOST_COMPILED = 4;
const MOST_PROBLEMS = 200;

/** Compiles and tries books that are not in force; what it compiled lately it has at hand. */
export class DraftBench {
  private readonly compiled = new Map<string, Judging>();
  private words: { readonly name: string; readonly packed: PackedLexicon } | null = null;
  private first: Judging | null = null;

  constructor(
    private readonly files: JudgingFiles,
    private readonly regions: RegionRegister,
  ) {}

  /** Compiles the changes of a book and says everything that is wrong, at its line. */
  check(base: WholeBook, changes: Changes): ChangesReport {
    const { book, problems, placed } = draftBook(base, changes);
    const asked = new Set(changes.rules.map(({ id }) => id));
    const report = this.report(book, placed, (id) => asked.has(id));
    const all = [...problems, ...report.problems].slice(0, MOST_PROBLEMS);
    return {
      ...{ ...report, problems: all, versions: all.length === 0 ? report.versions : null },
      changed: differenceBetween(base, book),
    };
  }

  /** The same of a whole book. */
  checkWhole(book: WholeBook): BookReport {
    const plain = (says: string): DraftProblem => ({
      ...{ rule: null, list: null, part: '', line: null, says },
    });
    return this.report(book, plain, () => true);
  }

  /** What a text comes to under a book. */
  try(book: WholeBook, tried: Tried, at: Date): Trial {
    return tryText(this.judgingOf(book), tried, at);
  }

  /** What a text comes to under changes; refused where these cannot be used. */
  tryChanges(base: WholeBook, changes: Changes, tried: Tried, at: Date): Trial {
    const { book, problems } = draftBook(base, changes);
    const [fault] = problems;
    if (fault) throw new Invalid(`草案还有错，不能试：${fault.says}`);
    return this.try(book, tried, at);
  }

  private report(
    book: WholeBook,
    placed: (sentence: string) => DraftProblem,
    isAsked: (rule: string) => boolean,
  ): BookReport {
    try {
      const judging = this.judgingOf(book);
      const { lexicon, rules, scoring } = judging.judge.version;
      const examples = runExamples(book.rules);
      return {
        versions: { lexicon, rules, scoring },
        problems: examples.filter(({ passed }) => !passed).map((one) => placed(failureOf(one))),
        examples: examples.filter(({ rule }) => isAsked(rule)).map(({ file: _, ...one }) => one),
        remarks: judging.rules.remarks,
      };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return {
        versions: null,
        problems: sentencesOf(error).map(placed),
        examples: [],
        remarks: [],
      };
    }
  }

  private judgingOf(book: WholeBook): Judging {
    const name = fingerprintOf(book);
    const known = this.compiled.get(name);
    if (known) return known;
    const judging = this.bench().withBook(book, this.packed(book.lexicon));
    this.compiled.set(name, judging);
    for (const oldest of this.compiled.keys()) {
      if (this.compiled.size <= MOST_COMPILED) break;
      this.compiled.delete(oldest);
    }
    return judging;
  }

  /** Words change seldom and take longest. */
  private packed(lexicon: WholeBook['lexicon']): PackedLexicon {
    const name = fingerprintOf(lexicon);
    if (this.words?.name !== name) this.words = { name, packed: packLexicon(lexiconOf(lexicon)) };
    return this.words.packed;
  }

  private bench(): Judging {
    return (this.first ??= compileJudging(this.files, this.regions));
  }
}

/** An example that does not hold, in the way in which rules are refused. */
const failureOf = ({ file, rule, index, note, says, expected }: ExampleOutcome): string => {
  const wanted = expected === 'fires' ? '触发' : '不触发';
  const named = note === '' ? '' : `（${note}）`;
  return `${file} › ${rule} › examples[${String(index)}]：例子与规则不符${named}，应${wanted}而没有：${says}`;
};

function sentencesOf(error: Invalid): readonly string[] {
  const { problems } = error.facts as { readonly problems?: readonly string[] };
  return problems ?? error.message.split('\n');
}
