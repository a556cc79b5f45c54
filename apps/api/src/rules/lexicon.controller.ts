import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { House, type ListColumn } from '@risk/assembly';
import { SCHEMES, dimensionName, schemeName, type Scheme } from '@risk/domain';
import type { Word, WordList } from '@risk/editions';
import { NotFound, readForm } from '@risk/kit';
import { NOTHING, Permit } from '../access/permit.js';
import { listFile } from '../lists/list-file.js';
import { listForm, listQuestion } from '../lists/list-form.js';
import { pageInMemory, type SortsInMemory } from '../lists/page-in-memory.js';
import { struckIn, wordRows, type WordRow } from './rule-rows.js';
import { policyWords, wordKindName } from './rule-words.js';

const SORTS = ['id', 'title', 'kind', 'weight', 'words', 'records', 'precision'] as const;
type Sort = (typeof SORTS)[number];
const KINDS = ['code', 'compound', 'allow', 'cue'] as const;

/** What may be asked of the words in force. */
export const listOfWords = z.strictObject({
  ...listForm(SORTS, 'kind'),
  q: z.string().trim().max(100).default(''),
  kind: z.enum(KINDS).optional(),
  scheme: z.enum(SCHEMES as [Scheme, ...Scheme[]]).optional(),
});

const BY: SortsInMemory<WordRow, Sort> = {
  keyOf: ({ id }) => id,
  sorts: {
    id: ({ id }) => id,
    title: ({ title }) => title,
    kind: ({ kind }) => KINDS.indexOf(kind),
    weight: ({ meaning }) => meaning?.weight ?? -1,
    words: ({ words }) => words,
    records: ({ records }) => records ?? 0,
    // Where nothing was decided there is nothing to compare.
    precision: ({ precision }) => precision?.value ?? -1,
  },
};

/** A word as a line of the workbook. */
interface WordLine {
  readonly list: Omit<WordList, 'words'>;
  readonly word: Word;
}

const COLUMNS: readonly ListColumn<WordLine>[] = [
  { title: '种类', cell: ({ list }) => wordKindName(list.kind) },
  { title: '代码', width: 26, cell: ({ list }) => list.id },
  { title: '含义', width: 28, cell: ({ list }) => list.title },
  { title: '词', width: 28, cell: ({ word }) => word.term },
  {
    title: '类型',
    cell: ({ list: { meaning } }) => (meaning?.scheme ? schemeName(meaning.scheme) : ''),
  },
  {
    title: '维度',
    cell: ({ list: { meaning } }) => (meaning ? dimensionName(meaning.dimension) : ''),
  },
  { title: '分值', cell: ({ list }) => list.meaning?.weight ?? '' },
  { title: '怎样算出现', width: 36, cell: ({ list }) => policyWords(list.meaning?.policy ?? null) },
  { title: '出处', width: 48, cell: ({ list }) => list.source },
  { title: '文件', width: 30, cell: ({ list }) => list.file },
];

/** The words in force: what they say and weigh, how they are found, how often they struck. */
@Controller('api/lexicon')
export class LexiconController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('editions.read', NOTHING)
  async list(@Query() query: Record<string, unknown>) {
    const asked = readForm(listOfWords, query);
    const figures = await this.house.figures.read();
    const rows = wordRows(await this.lists(asked), figures, asked.q);
    const { asOf: countedAt, isSample } = figures;
    return { ...pageInMemory(rows, listQuestion(asked), BY), countedAt, isSample };
  }

  @Get('export')
  @Permit('editions.read', NOTHING)
  async save(@Query() query: Record<string, unknown>): Promise<StreamableFile> {
    const asked = readForm(listOfWords, query);
    const lists = await this.lists(asked);
    const figures = await this.house.figures.read();
    const shown = new Set(wordRows(lists, figures, asked.q).map(({ id }) => id));
    const rows = lists
      .filter(({ id }) => shown.has(id))
      .flatMap(({ words, ...list }) => words.map((word) => ({ list, word })));
    const read = () => Promise.resolve({ rows, next: null, total: rows.length });
    return listFile({ name: '词库', columns: COLUMNS, read }, this.house.clock.now());
  }

  @Get(':id')
  @Permit('editions.read', NOTHING)
  async one(@Param('id') id: string) {
    const list = (await this.house.editions.shelf.lists()).find((one) => one.id === id);
    if (!list) throw new NotFound(`词库里没有“${id}”`);
    const figures = await this.house.figures.read();
    const { asOf: countedAt, isSample } = figures;
    return { ...list, ...struckIn(figures, id), countedAt, isSample };
  }

  private async lists({ kind, scheme }: z.output<typeof listOfWords>): Promise<WordList[]> {
    const lists = await this.house.editions.shelf.lists();
    return lists.filter(
      (list) =>
        (kind === undefined || list.kind === kind) &&
        (scheme === undefined || list.meaning?.scheme === scheme),
    );
  }
}
