import {
  partsBetween,
  rulesIn,
  wordListsIn,
  type Edition,
  type EditionStore,
  type FiledText,
  type RuleBook,
  type RuleDifference,
  type WholeBook,
  type WordList,
} from '@risk/editions';
import { NotFound } from '@risk/kit';
import {
  describeCondition,
  rulesFileSchema,
  type Description,
  type RuleDefinition,
  type RuleSource,
} from '@risk/rules';
import { yamlText } from '@risk/settings';
import { toldParts, type ToldPart } from './tell-difference.js';
import type { Engines } from '../compile-engines.js';

/** A rule as people read it. */
export interface RuleSheet extends Pick<
  RuleDefinition,
  | 'id'
  | 'title'
  | 'feed'
  | 'dimension'
  | 'weight'
  | 'halfLifeDays'
  | 'elements'
  | 'scheme'
  | 'because'
  | 'examples'
> {
  readonly file: string;
  readonly sources: readonly RuleSource[];
}

/** One rule with everything about it that its text says. */
export interface WholeRule extends RuleSheet {
  /** What it asks for, in Chinese; null where it cannot be understood. */
  readonly asks: Description | null;
  /** The parts that are edited as YAML. */
  readonly yaml: { readonly when: string; readonly examples: string };
}

/** How a rule stood in an edition that once judged, beside the one before. */
export interface RuleMoment {
  readonly editionId: string;
  readonly title: string;
  readonly by: string;
  readonly at: Date;
  readonly kind: RuleDifference['kind'];
  readonly parts: readonly ToldPart[];
}

/** Rules and words in force, and what they were before. */
export class RuleShelf {
  private kept: { readonly of: unknown; readonly sheets: readonly RuleSheet[] } | null = null;
  private words: { readonly of: unknown; readonly lists: readonly WordList[] } | null = null;

  constructor(
    private readonly engines: Pick<Engines, 'judging' | 'versions'>,
    private readonly store: EditionStore,
    private readonly wholeOf: (book: RuleBook) => Promise<WholeBook>,
  ) {}

  /** All rules in force. */
  async rules(): Promise<readonly RuleSheet[]> {
    const { rules } = this.engines.versions;
    if (this.kept?.of !== rules)
      this.kept = { of: rules, sheets: rulesIn(await this.inForce()).flatMap(sheetsOf) };
    return this.kept.sheets;
  }

  /** All lists of words in force. */
  async lists(): Promise<readonly WordList[]> {
    const { lexicon } = this.engines.versions;
    if (this.words?.of !== lexicon)
      this.words = { of: lexicon, lists: wordListsIn((await this.inForce()).lexicon) };
    return this.words.lists;
  }

  /** One rule in force. */
  async rule(id: string): Promise<WholeRule> {
    const filed = rulesIn(await this.inForce()).find(({ rule }) => rule.id === id);
    const [sheet] = filed ? sheetsOf(filed) : [];
    if (!filed || !sheet) throw new NotFound(`没有规则 ${id}`);
    const { when, examples } = filed.rule;
    return {
      ...sheet,
      asks: describeCondition(when, sheet.feed, (code) => this.engines.judging.titleOf(code)),
      yaml: { when: yamlText(when), examples: yamlText(examples) },
    };
  }

  /** What became of a rule over the editions that judged, the latest first. */
  async historyOf(id: string): Promise<readonly RuleMoment[]> {
    const editions = (await this.store.list()).filter(isEntered).reverse();
    const moments: RuleMoment[] = [];
    let before: FiledText['rule'] | undefined;
    for (const edition of editions) {
      const book = await this.store.bookOf(edition);
      const after = book ? rulesIn(book).find(({ rule }) => rule.id === id)?.rule : before;
      moments.push(...momentOf(edition, before, after));
      before = after;
    }
    return moments.reverse();
  }

  private async inForce(): Promise<WholeBook> {
    const edition = await this.store.inForce();
    const book = edition && (await this.store.bookOf(edition));
    if (!book) throw new NotFound('还没有现行的规则版本');
    return this.wholeOf(book);
  }
}

const isEntered = ({ steps }: Edition): boolean =>
  steps.some(({ kind }) => kind === 'published' || kind === 'rolled-back');

function momentOf(
  { id, title, draftedBy, steps, draftedAt }: Edition,
  before: FiledText['rule'] | undefined,
  after: FiledText['rule'] | undefined,
): RuleMoment[] {
  const parts = partsBetween(before ?? {}, after ?? {});
  if (parts.length === 0) return [];
  const kind = !before ? 'added' : after ? 'changed' : 'removed';
  const at = steps.find((step) => step.kind === 'published')?.at ?? draftedAt;
  // A rule that is new has no parts that were otherwise.
  return [
    {
      editionId: id,
      title,
      by: draftedBy,
      at,
      kind,
      parts: kind === 'changed' ? toldParts(parts) : [],
    },
  ];
}

function sheetsOf({ file, rule }: FiledText): RuleSheet[] {
  const read = rulesFileSchema.safeParse({ rules: [rule] });
  return (read.data?.rules ?? []).map(({ source, when: _when, ...sheet }) => ({
    ...sheet,
    file,
    sources: Array.isArray(source) ? source : [source],
  }));
}
