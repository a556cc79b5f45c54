export type BulletinKind = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'special';
export type BulletinState = 'draft' | 'reviewed' | 'issued' | 'withdrawn';

/** A bulletin in a list. */
export interface BulletinLine {
  readonly id: string;
  readonly kind: BulletinKind;
  readonly slot: string;
  readonly scope: string;
  readonly scopeName: string;
  readonly samples: boolean;
  readonly revision: number;
  readonly number: number | null;
  readonly year: number;
  readonly title: string;
  readonly state: BulletinState;
  readonly corrects: string | null;
  readonly broken: readonly { readonly section: string; readonly why: string }[];
  readonly isQuiet: boolean;
  readonly composedAt: string;
  readonly issuedAt: string | null;
}

export type FileRole = 'document' | 'print' | 'annex' | 'mail' | 'plain' | 'picture';

/** A file of a bulletin. */
export interface BulletinFile {
  readonly name: string;
  readonly role: FileRole;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** Something that was done with a bulletin. */
export interface BulletinStep {
  readonly id: string;
  readonly kind: string;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}

/** How one recipient got it. */
export interface BulletinReader {
  readonly noticeId: string;
  readonly unitName: string;
  readonly title: string;
  readonly channelName: string;
  readonly state: string;
  readonly sentAt: string | null;
  readonly readAt: string | null;
}

/** A bulletin with all that is known of it, but its text. */
export interface BulletinFacts extends BulletinLine {
  readonly span: { readonly since: string; readonly until: string };
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly files: readonly BulletinFile[];
  readonly steps: readonly BulletinStep[];
  readonly readers: readonly BulletinReader[];
}

/** What a series brings next. */
export interface UpcomingIssue {
  readonly kind: BulletinKind;
  readonly scope: string;
  readonly scopeName: string;
  readonly title: string;
  readonly at: string;
  readonly release: 'straight' | 'signed';
  readonly toldUntil: string | null;
}
