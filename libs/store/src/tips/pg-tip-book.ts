import type { AlertStage, Sight, Tier } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import type { TipFate } from '@risk/tips';
import { seesTip, sightFrom, valuesOfSight } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { likeOf } from '../like-of.js';
import { listPage, type ListTable } from '../list-page.js';
import type { VaultCipher } from '../vault-cipher.js';
import { placeOfFile } from './pg-tips.js';
import { ALERTS_OF_TIP, FATE } from './tip-fate.js';

/** A report in the list of the office; nothing of who reported. */
export interface TipLine extends TipFate {
  readonly id: string;
  /** Null while its record is still on its way. */
  readonly recordId: string | null;
  readonly regionCode: string | null;
  readonly anonymous: boolean;
  /** The beginning of what was said, without what would tell of the reporter. */
  readonly excerpt: string;
  readonly targets: readonly string[];
  readonly files: number;
  /** How many sent the very same report. */
  readonly same: number;
}

/** A file of a report, without its bytes. */
export interface TipFileLine {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** An alert to which a report leads. */
export interface TipAlertLine {
  readonly id: string;
  readonly entityName: string;
  readonly stage: AlertStage;
  readonly tier: Tier;
}

/** A report with all that the office may see of it. */
export interface TipDetail extends TipLine {
  readonly payload: Readonly<Record<string, unknown>> | null;
  /** Whether the reporter asked to be hidden from those who work on it, too. */
  readonly secret: boolean;
  readonly filesKept: readonly TipFileLine[];
  readonly alerts: readonly TipAlertLine[];
  readonly review: { readonly by: string; readonly because: string; readonly at: Date } | null;
}

/** Which reports are wanted. */
export interface TipQuestion extends ListQuestion<'receivedAt'> {
  readonly region: string | null;
  readonly anonymous: boolean | null;
  /** Words of what was said. */
  readonly words: string | null;
}

const EXCERPT = 120;
const FROM =
  'tip t left join record r on r.source = t.source and r.source_id = t.source_id and r.current';
const LINE = `
  t.id, r.id as "recordId", t.region_code as "regionCode", t.anonymous,
  coalesce(left(r.payload->>'text', ${String(EXCERPT)}), '') as excerpt,
  array(select named->>'name' from jsonb_array_elements(coalesce(r.payload->'targets', '[]')) named
    where named->>'name' is not null) as targets,
  (select count(*)::int from tip_file f where f.tip_id = t.id) as files,
  (select count(*)::int from tip s where s.source = t.source and s.source_id = t.source_id) as same,
  ${FATE}
`;

const TIPS: ListTable<'receivedAt'> = {
  select: LINE,
  from: FROM,
  key: 't.id',
  sorts: { receivedAt: { sql: 't.received_at', type: 'timestamptz' } },
};

const DETAIL = `
  select ${LINE}, r.payload, coalesce(r.secret, false) as secret,
    (select json_build_object('by', v.reviewed_by, 'because', v.because, 'at', v.reviewed_at)
     from tip_review v where v.tip_id = t.id) as review
  from ${FROM} where t.id = $1
`;

const FILE = `id, name, media_type as "mediaType", size, sha256, sm3`;

type DetailRow = Omit<TipDetail, 'filesKept' | 'alerts' | 'review'> & {
  readonly review: { readonly by: string; readonly because: string; readonly at: string } | null;
};

/** What the office reads of reports, in PostgreSQL. */
export class PgTipBook {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {}

  list({ region, anonymous, words, ...page }: TipQuestion, sight: Sight): Promise<Listed<TipLine>> {
    const where = `($1::text is null or t.region_code = $1) and ($2::boolean is null or t.anonymous = $2)
      and ($3::text is null or r.payload->>'text' ilike $3) and ${seesTip('t', sightFrom(4))}`;
    const values = [region, anonymous, likeOf(words), ...valuesOfSight(sight)];
    return listPage<TipLine, 'receivedAt'>(this.database, TIPS, { where, values }, page);
  }

  async one(id: string): Promise<TipDetail | null> {
    const [row] = await this.database.rows<DetailRow>(DETAIL, [id]);
    if (!row) return null;
    const [filesKept, alerts] = await Promise.all([
      this.database.rows<TipFileLine>(
        `select ${FILE} from tip_file where tip_id = $1 order by id`,
        [id],
      ),
      this.database.rows<TipAlertLine>(ALERTS_OF_TIP, [id]),
    ]);
    const { review } = row;
    return { ...row, filesKept, alerts, review: review && { ...review, at: new Date(review.at) } };
  }

  /** The bytes of a file, exactly as they came; null when this report has no such file. */
  async file(
    tipId: string,
    fileId: string,
  ): Promise<(TipFileLine & { readonly bytes: Buffer }) | null> {
    const [row] = await this.database.rows<TipFileLine & { readonly sealed: Buffer }>(
      `select ${FILE}, sealed from tip_file where tip_id = $1 and id = $2`,
      [tipId, fileId],
    );
    if (!row) return null;
    const { sealed, ...file } = row;
    return { ...file, bytes: this.cipher.open(sealed, placeOfFile(tipId, file)) };
  }
}
