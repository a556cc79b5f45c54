const KINDS = {
  daily: '日报',
  weekly: '周报',
  monthly: '月报',
  quarterly: '季报',
  special: '专报',
} as const;

/** How often a bulletin comes out; a special one is about one entity and comes when it is asked for. */
export type BulletinKind = keyof typeof KINDS;
export const BULLETIN_KINDS = Object.keys(KINDS) as BulletinKind[];
export const bulletinName = (kind: BulletinKind): string => KINDS[kind];

/** The bulletins that come out by themselves. */
export type PeriodicKind = Exclude<BulletinKind, 'special'>;
export const PERIODIC_KINDS = BULLETIN_KINDS.filter((kind) => kind !== 'special');

/** Whom an edition is for: it shows only what concerns them. */
export type BulletinScope =
  | { readonly kind: 'city' }
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'unit'; readonly code: string }
  /** About one entity: a special report. */
  | { readonly kind: 'entity'; readonly code: string };

/** A scope as one word: `city`, `region:431003`, `unit:gaj`, `entity:17`. */
export const scopeText = (scope: BulletinScope): string =>
  scope.kind === 'city' ? 'city' : `${scope.kind}:${scope.code}`;

/** Reads that word; null when it is none. */
export function scopeFrom(text: string): BulletinScope | null {
  if (text === 'city') return { kind: 'city' };
  const [, kind, code] = /^(region|unit|entity):([\w-]{1,40})$/.exec(text) ?? [];
  if (code === undefined || kind === undefined) return null;
  return { kind: kind as 'region' | 'unit' | 'entity', code };
}

/** A stretch of time: its begin belongs to it, its end does not. */
export interface Span {
  readonly since: Date;
  readonly until: Date;
}

const STATES = {
  draft: '草稿',
  reviewed: '已审核',
  issued: '已签发',
  withdrawn: '已作废',
} as const;

/** How far a bulletin has come; issued ones are never changed, a correction is a new edition. */
export type BulletinState = keyof typeof STATES;
export const BULLETIN_STATES = Object.keys(STATES) as BulletinState[];
export const bulletinStateName = (state: BulletinState): string => STATES[state];
