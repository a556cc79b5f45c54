import {
  EditionStore,
  type BookFile,
  type BookVersions,
  type Draft,
  type Edition,
  type EditionStep,
  type RuleBook,
} from '@risk/editions';
import type { Transaction } from '@risk/kit';
import type { Database } from './database.js';
import { EngineTexts, type EngineText } from './engine-texts.js';
import { clientOf } from './pg-unit-of-work.js';

/** One number for the whole house: steps of editions are taken one after another. */
const EDITION_LOCK = 737_2022;

const EDITIONS = `
  select e.id, e.rules, e.scoring, e.lexicon, e.origin, e.title, e.drafted_by as "draftedBy",
    e.drafted_at as "draftedAt", e.id = (
      select edition_id from edition_step where kind in ('published', 'rolled-back') order by id desc limit 1
    ) as "inForce",
    (
      select jsonb_agg(jsonb_build_object('kind', s.kind, 'by', s.by, 'because', s.because, 'at', s.at,
        'detail', s.detail) order by s.id)
      from edition_step s where s.edition_id = e.id
    ) as steps
  from edition e
`;

const DRAFT = `
  insert into edition (rules, scoring, lexicon, origin, title, drafted_by, drafted_at)
  values ($1, $2, $3, $4, $5, $6, $7) returning id
`;

const STEP = `
  insert into edition_step (edition_id, kind, by, drafted_by, origin, because, detail, at)
  select e.id, $2, $3, e.drafted_by, e.origin, $4, $5, $6 from edition e where e.id = $1
`;

type EditionRow = Omit<Edition, 'steps' | 'inForce'> & {
  readonly inForce: boolean | null;
  readonly steps: readonly (Omit<EditionStep, 'at'> & { readonly at: string })[] | null;
};

/** Editions in PostgreSQL, append-only; their texts lie once per version. */
export class PgEditions extends EditionStore {
  private readonly texts: EngineTexts;

  constructor(private readonly database: Database) {
    super();
    this.texts = new EngineTexts(database);
  }

  async hold(tx: Transaction): Promise<void> {
    await clientOf(tx).query('select pg_advisory_xact_lock($1)', [EDITION_LOCK]);
  }

  async draft(tx: Transaction, draft: Draft, book: RuleBook): Promise<string> {
    const { by, because, at, origin, title } = draft;
    for (const text of textsOf(draft, book)) await this.texts.keep(tx, text, at);
    const values = [draft.rules, draft.scoring, draft.lexicon, origin, title, by, at];
    const { rows } = await clientOf(tx).query<{ id: string }>(DRAFT, values);
    const id = rows[0]?.id ?? '';
    await this.step(tx, id, { kind: 'drafted', by, because, at, detail: null });
    return id;
  }

  async step(tx: Transaction, editionId: string, step: EditionStep): Promise<void> {
    const { kind, by, because, detail, at } = step;
    await clientOf(tx).query(STEP, [editionId, kind, by, because, detail, at]);
  }

  async find(editionId: string): Promise<Edition | null> {
    if (!/^\d{1,18}$/.test(editionId)) return null;
    return this.one('where e.id = $1', [editionId]);
  }

  async list(): Promise<Edition[]> {
    const rows = await this.database.rows<EditionRow>(`${EDITIONS} order by e.id desc limit 2000`);
    return rows.map(editionOf);
  }

  async inForce(): Promise<Edition | null> {
    return this.one(
      `where e.id = (
        select edition_id from edition_step where kind in ('published', 'rolled-back') order by id desc limit 1
      )`,
      [],
    );
  }

  async bookOf({ rules, scoring, lexicon }: BookVersions): Promise<RuleBook | null> {
    const [files, scales, words] = await Promise.all([
      this.texts.read<readonly BookFile[]>('rules', rules),
      this.texts.read<readonly BookFile[]>('scoring', scoring),
      lexicon === null ? null : this.texts.read<readonly BookFile[]>('lexicon', lexicon),
    ]);
    const [scale] = scales ?? [];
    if (!files || !scale || (lexicon !== null && !words)) return null;
    return { rules: files, scoring: scale, lexicon: words };
  }

  private async one(where: string, values: readonly unknown[]): Promise<Edition | null> {
    const [row] = await this.database.rows<EditionRow>(`${EDITIONS} ${where}`, values);
    return row ? editionOf(row) : null;
  }
}

function textsOf(versions: BookVersions, { rules, scoring, lexicon }: RuleBook): EngineText[] {
  const words = versions.lexicon !== null && lexicon !== null;
  return [
    { kind: 'rules', version: versions.rules, content: rules },
    { kind: 'scoring', version: versions.scoring, content: [scoring] },
    ...(words ? [{ kind: 'lexicon' as const, version: versions.lexicon, content: lexicon }] : []),
  ];
}

const editionOf = (row: EditionRow): Edition => ({
  ...row,
  inForce: row.inForce ?? false,
  steps: (row.steps ?? []).map((step) => ({ ...step, at: new Date(step.at) })),
});
