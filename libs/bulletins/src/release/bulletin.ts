import type { BulletinKind, BulletinState, Span } from '@risk/domain';
import type { Broken, Content } from '../compose/composition.js';

/** Which issue of which series, and the how-many-eth correction of it. */
export interface BulletinKey {
  readonly kind: BulletinKind;
  /** `2026-11-30`, `2026-W48`, … of a periodic one; the moment of the order of a special one. */
  readonly slot: string;
  /** `city`, `region:431003`, … */
  readonly scope: string;
  readonly samples: boolean;
  /** 0 for the first edition, then one more for each correction. */
  readonly revision: number;
}

/** What people and machines do with a bulletin. */
export type BulletinStepKind =
  'composed' | 'recomposed' | 'reviewed' | 'returned' | 'signed' | 'issued' | 'withdrawn';

export interface BulletinStep {
  readonly id: string;
  readonly kind: BulletinStepKind;
  /** `平台` for what happens by itself. */
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** A file of a bulletin without its bytes. */
export interface FileLine {
  readonly name: string;
  readonly role: FileRole;
  readonly mediaType: string;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly sm3: string;
}

/** `document` and `annex` are enclosed in e-mails; `mail`, `plain` and `picture` are their body. */
export type FileRole = 'document' | 'print' | 'annex' | 'mail' | 'plain' | 'picture';

export interface PressedFile extends FileLine {
  readonly bytes: Uint8Array;
}

/** An edition as it is kept. */
export interface Bulletin extends BulletinKey {
  readonly id: string;
  /** 第N期 of its year in its series, given when it is issued; a correction bears that of what it corrects. */
  readonly number: number | null;
  readonly year: number;
  readonly title: string;
  readonly span: Span;
  readonly state: BulletinState;
  readonly corrects: string | null;
  readonly broken: readonly Broken[];
  readonly isQuiet: boolean;
  readonly composedAt: Date;
  readonly issuedAt: Date | null;
}

/** An edition with everything that is known of it. */
export interface WholeBulletin extends Bulletin {
  readonly content: Content;
  readonly files: readonly FileLine[];
  /** Oldest first. */
  readonly steps: readonly BulletinStep[];
}

/** A bulletin that is to be kept. */
export interface NewBulletin extends BulletinKey {
  readonly title: string;
  readonly year: number;
  readonly span: Span;
  readonly corrects: string | null;
  readonly content: Content;
  readonly composedAt: Date;
}
