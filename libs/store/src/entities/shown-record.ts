import { hiddenPayload, veilOf, type Dimension, type EntityRole, type Feed } from '@risk/domain';
import { openReporter } from '../sealed-reporter.js';
import type { VaultCipher } from '../vault-cipher.js';

/** What a record says against an entity. */
export interface RecordSignal {
  readonly code: string;
  readonly dimension: Dimension;
  readonly points: number;
  readonly because: string;
}

/** A record about an entity, with nothing of whoever reported. */
export interface RecordLine {
  readonly id: string;
  readonly feed: Feed;
  readonly source: string;
  readonly sourceId: string;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly regionCode: string | null;
  /** In what part the entity stands in it, how sure that is, and why. */
  readonly role: EntityRole;
  readonly confidence: number;
  readonly because: string;
  readonly sample: boolean;
  readonly title: string;
  /** Its own words; null where it has none. */
  readonly text: string | null;
  readonly signals: readonly RecordSignal[];
}

export interface KeptLine extends Omit<RecordLine, 'title' | 'text' | 'signals'> {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly sealed: Buffer | null;
  readonly signals: readonly RecordSignal[] | null;
}

/** The columns of a record `r` about the whole entity whose id stands at the place; `l` is its link. */
export const recordColumns = (root: string): string => `
  r.id::text, r.feed, r.source, r.source_id as "sourceId", r.occurred_at as "occurredAt",
  r.received_at as "receivedAt", r.region_code as "regionCode", l.role, l.confidence, l.because, r.sample,
  r.payload, (select v.sealed from reporter_vault v where v.record_id = r.id) as sealed,
  (select jsonb_agg(jsonb_build_object('code', s.code, 'dimension', s.dimension,
      'points', s.weight * s.confidence, 'because', s.because) order by s.weight * s.confidence desc, s.code)
    from signal s join entity m on m.id = s.entity_id
    where s.record_id = r.id and m.root_id = ${root}) as signals`;

const EVENTS: Readonly<Record<string, string>> = {
  ...{ establish: '设立登记', change: '变更登记', 'annual-report': '年度报告' },
  ...{ abnormal: '列入经营异常名录', penalty: '行政处罚', cancel: '注销登记' },
};

const MOST_TEXT = 4000;
const MOST_TITLE = 60;

/** Hides the reporter once more on the way out: what came in before that was done at the door still lies open. */
export function shownRecord(
  { payload: kept, sealed, signals, ...row }: KeptLine,
  cipher: VaultCipher,
): RecordLine {
  const told = signals ?? [];
  if (row.feed === 'registration')
    return { ...row, ...{ title: registrationTitle(kept), text: null, signals: told } };
  const veil = veilOf(sealed && openReporter(cipher, sealed, row.id).reporter);
  const payload = hiddenPayload(kept, veil).payload as Readonly<Record<string, unknown>>;
  const text = textIn(payload, 'text') ?? textIn(payload, 'imageText');
  return {
    ...row,
    title: (textIn(payload, 'title') ?? text ?? '').slice(0, MOST_TITLE),
    text: text?.slice(0, MOST_TEXT) ?? null,
    signals: told.map((signal) => ({ ...signal, because: veil.over(signal.because) })),
  };
}

const registrationTitle = (payload: Readonly<Record<string, unknown>>): string => {
  const event = EVENTS[textIn(payload, 'event') ?? ''] ?? '登记信息';
  const reason = textIn(payload, 'reason');
  return reason === null ? event : `${event}：${reason.slice(0, MOST_TITLE)}`;
};

function textIn(payload: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = payload[field];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
