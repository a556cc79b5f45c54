import { lookOf, type AuditAction } from './audit-actions.js';
import { deedTitle, type DeedOf, type ManyDeeds } from './audit-deeds.js';
import type { Permission } from '../rights/permissions.js';

/** Where in a request the word stands that says which deed is meant. */
export interface WordAt {
  readonly in: 'address' | 'body';
  readonly name: string;
}

/** What is done at a door: always the same, or what a word of the request says. */
interface DoorDeed {
  /** The actions that it can be; the first while nobody knows. */
  readonly actions: readonly [AuditAction, ...AuditAction[]];
  /** What is done there in any case; null when a word decides, or the action alone says it. */
  readonly deed: string | null;
  readonly wordAt: WordAt | null;
}

const does = <A extends ManyDeeds>(action: A, deed: DeedOf<A>): DoorDeed => ({
  actions: [action],
  deed,
  wordAt: null,
});
const only = (action: AuditAction): DoorDeed => ({ actions: [action], deed: null, wordAt: null });
const said = (
  place: 'address' | 'body',
  name: string,
  ...actions: readonly [ManyDeeds, ...ManyDeeds[]]
): DoorDeed => ({ actions, deed: null, wordAt: { in: place, name } });

/**
 * What is done at each door that is more than looking; one line a door. A door that is not here is a look (GET),
 * or does the one thing that its permission is called after.
 */
const DOORS: Readonly<Record<string, DoorDeed>> = {
  'GET /api/accounts/export': does('lists.save', 'accounts'),
  'GET /api/alerts/export': does('lists.save', 'alerts'),
  'GET /api/audit/export': does('lists.save', 'audit'),
  'GET /api/bulletins/export': does('lists.save', 'bulletins'),
  'GET /api/codes/:code/strikes/export': does('lists.save', 'strikes'),
  'GET /api/dead-letters/export': does('lists.save', 'dead-letters'),
  'GET /api/duties/export': does('lists.save', 'duties'),
  'GET /api/editions/:id/backtest/changes/export': does('lists.save', 'backtest-changes'),
  'GET /api/editions/export': does('lists.save', 'editions'),
  'GET /api/entities/:id/records/export': does('lists.save', 'records'),
  'GET /api/entities/export': does('lists.save', 'entities'),
  'GET /api/floods/export': does('lists.save', 'floods'),
  'GET /api/handovers/export': does('lists.save', 'handovers'),
  'GET /api/hushed-alerts/export': does('lists.save', 'hushed'),
  'GET /api/imports/export': does('lists.save', 'imports'),
  'GET /api/ledger/duties/export': does('lists.save', 'ledger-duties'),
  'GET /api/ledger/export': does('lists.save', 'ledger'),
  'GET /api/ledger/findings/export': does('lists.save', 'ledger-findings'),
  'GET /api/lexicon/export': does('lists.save', 'lexicon'),
  'GET /api/meetings/export': does('lists.save', 'meetings'),
  'GET /api/notices/export': does('lists.save', 'notices'),
  'GET /api/reconciliation/lines/export': does('lists.save', 'reconciliation'),
  'GET /api/rules/export': does('lists.save', 'rules'),
  'GET /api/silences/export': does('lists.save', 'silences'),
  'GET /api/sources/export': does('lists.save', 'sources'),
  'GET /api/tips/export': does('lists.save', 'tips'),
  'GET /api/tokens/export': does('lists.save', 'tokens'),
  'GET /api/units/:code/inbox/export': does('lists.save', 'inbox'),
  'GET /api/vault/looks/export': does('lists.save', 'looks'),
  'GET /api/vault/requests/export': does('lists.save', 'look-requests'),

  'GET /api/attachments/:id': does('files.save', 'attachment'),
  'GET /api/bulletins/:id/files/:name': does('files.save', 'bulletin'),
  'GET /api/handovers/:id/package': does('files.save', 'package'),
  'GET /api/imports/:id/faults': does('files.save', 'faults'),
  'GET /api/letters/:id': does('files.save', 'letter'),
  'GET /api/tips/:id/files/:file': does('files.save', 'tip'),

  'POST /api/accounts': does('accounts.make', 'make'),
  'POST /api/accounts/:id/approval': does('accounts.approve', 'approve'),
  'POST /api/accounts/:id/disabling': does('accounts.make', 'disable'),
  'POST /api/accounts/:id/factor-reset': does('accounts.approve', 'factor'),
  'POST /api/accounts/:id/identity-reset': does('accounts.approve', 'identity'),
  'POST /api/accounts/:id/password': does('accounts.make', 'password'),
  'POST /api/accounts/:id/password-approval': does('accounts.approve', 'password'),
  'POST /api/accounts/:id/rejection': does('accounts.approve', 'reject'),
  'POST /api/accounts/:id/revival': does('accounts.make', 'revive'),
  'POST /api/accounts/:id/rights': does('accounts.make', 'propose'),
  'POST /api/accounts/:id/sessions/end': does('sessions.end', 'one'),
  'POST /api/sessions/end': does('sessions.end', 'all'),
  'POST /api/tokens': does('tokens.make', 'make'),
  'POST /api/tokens/:id/revocation': does('tokens.make', 'revoke'),
  'POST /api/audit/verification': only('audit.verify'),

  'POST /api/alert-views': does('views.keep', 'make'),
  'POST /api/alert-views/:id': does('views.keep', 'change'),
  'POST /api/alert-views/:id/remove': does('views.keep', 'remove'),
  'POST /api/alerts/:id/merge': does('alerts.merge', 'merge'),
  'POST /api/alerts/:id/steps': said('body', 'kind', 'alerts.act'),
  'POST /api/alerts/:id/unmerge': does('alerts.merge', 'unmerge'),
  'POST /api/alerts/:id/verifications': does('verifications.write', 'open'),
  'POST /api/alerts/bulk': said('body', 'kind', 'alerts.act'),
  'POST /api/verifications/:id/conclusion': said('body', 'verdict', 'verifications.write'),
  'POST /api/verifications/:id/entries': said('body', 'kind', 'verifications.write'),
  'POST /api/entities/:id/outcomes': said('body', 'verdict', 'outcomes.record'),
  'POST /api/entities/:id/tier': said('body', 'tier', 'entities.decide'),
  'POST /api/alerts/:id/handovers': does('handovers.make', 'make'),
  'POST /api/alerts/:id/handovers/draft': does('handovers.make', 'draft'),
  'POST /api/handovers/:id/receipts': said('body', 'answer', 'handovers.answer'),
  'POST /api/handovers/:id/taking-in': does('handovers.answer', 'take-in'),
  'POST /api/units/:code/inbox/:id/read': only('inbox.mark'),
  'POST /api/silences': does('alerts.hold', 'silence'),
  'POST /api/silences/:id/end': does('alerts.hold', 'end'),
  'POST /api/floods/:id/:decision': said('address', 'decision', 'alerts.hold'),
  'POST /api/notices/:id/resend': does('notices.settle', 'resend'),
  'POST /api/notices/:id/settle': does('notices.settle', 'settle'),

  'POST /api/meetings': does('meetings.hold', 'prepare'),
  'POST /api/meetings/:id/decisions': does('meetings.hold', 'decide'),
  'POST /api/meetings/:id/papers/:code': only('papers.make'),
  'POST /api/bulletins': does('bulletins.make', 'special'),
  'POST /api/bulletins/:id/corrections': does('bulletins.sign', 'correct'),
  'POST /api/bulletins/:id/recompositions': does('bulletins.make', 'again'),
  'POST /api/bulletins/:id/steps': said('body', 'kind', 'bulletins.review', 'bulletins.sign'),

  'POST /api/drafts': does('editions.draft', 'keep'),
  'POST /api/drafts/check': does('editions.draft', 'check'),
  'POST /api/editions': does('editions.draft', 'draft'),
  'POST /api/editions/:id/:step': said('address', 'step', 'editions.review', 'editions.draft'),
  'POST /api/editions/:id/backtest': does('editions.draft', 'backtest'),
  'POST /api/editions/:id/backtest/start': does('editions.draft', 'backtest'),

  'POST /api/imports': does('imports.run', 'upload'),
  'POST /api/imports/:id/cancel': does('imports.run', 'cancel'),
  'POST /api/imports/:id/reading': does('imports.run', 'read'),
  'POST /api/imports/:id/start': does('imports.run', 'start'),
  'POST /api/licensed/import': does('licences.import', 'take'),
  'POST /api/licensed/preview': does('licences.import', 'preview'),
  'POST /api/sources/:name/mapping/removal': does('imports.run', 'forget-mapping'),
  'POST /api/vault/requests': does('vault.request', 'request'),
  'POST /api/vault/requests/:id/look': does('vault.request', 'look'),
};

/** What was done, as it is written down. */
export interface Told {
  readonly action: AuditAction;
  /** A closed word; null when the action says all, or nobody knows yet. */
  readonly deed: string | null;
}

/** A door as it was declared: `POST /api/alerts/:id/steps`; what HEAD asks is what GET would answer. */
const doorOf = (door: string): DoorDeed | null => {
  const name = door.replace(/^HEAD /, 'GET ');
  return Object.hasOwn(DOORS, name) ? (DOORS[name] ?? null) : null;
};

const isLooked = (door: string): boolean => /^(GET|HEAD) /.test(door);

/** What passing a door that a permission opens is written down as; `wordAt` finds the word that decides. */
export function toldAt(
  door: string,
  permission: Permission,
  wordAt: (place: WordAt) => unknown,
): Told {
  const known = doorOf(door);
  if (known) return toldOf(known, wordAt);
  if (!isLooked(door)) return { action: permission, deed: null };
  const action = door.endsWith('/export') ? 'lists.save' : lookOf(permission);
  return { action, deed: null };
}

/** What a line of before deeds were written down tells, by its door; null when it tells no more than its action. */
export function toldByDoor(door: string, action: string): Told | null {
  const known = doorOf(door);
  if (known) return toldOf(known, () => null);
  return isLooked(door) ? { action: lookOf(action as Permission), deed: null } : null;
}

function toldOf({ actions, deed, wordAt }: DoorDeed, find: (place: WordAt) => unknown): Told {
  const word = deed ?? (wordAt && find(wordAt));
  const action = actions.find((one) => deedTitle(one, word) !== null);
  return action ? { action, deed: word as string } : { action: actions[0], deed: null };
}

/** Whether a door is known to do what its line says: a word of its own, or one that the request brings. */
export const namesDeed = (door: string): boolean => {
  const known = doorOf(door);
  return known !== null && (known.deed !== null || known.wordAt !== null);
};
