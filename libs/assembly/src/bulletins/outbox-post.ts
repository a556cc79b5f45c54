import { randomBytes } from 'node:crypto';
import {
  addressed,
  justTold,
  type Caller,
  type Contact,
  type NoticeDraft,
  type TellingStore,
  type Timetable,
} from '@risk/alerting';
import { BulletinPost, type Dispatch, type RecipientGroup } from '@risk/bulletins';
import type { BulletinScope } from '@risk/domain';
import { uniqueBy, type Transaction } from '@risk/kit';
import type { UnitRegister } from '@risk/routing';

/** Whose contacts a group is, and which of them. */
type Seats = (
  register: UnitRegister,
  own: readonly string[],
) => readonly [readonly string[], Caller];

const GROUPS: Readonly<Record<RecipientGroup, Seats>> = {
  office: ({ office }) => [[office], 'liaison'],
  'office-head': ({ office }) => [[office], 'head'],
  convener: ({ office }) => [[office], 'convener'],
  members: ({ units }) => [units.map(({ code }) => code), 'liaison'],
  unit: (_register, own) => [own, 'liaison'],
  'unit-head': (_register, own) => [own, 'head'],
};

/** Bulletins go through the same outbox as notices of alerts: once to each recipient by each channel. */
export class OutboxPost extends BulletinPost {
  constructor(
    private readonly register: UnitRegister,
    private readonly timetable: Pick<Timetable, 'contactsOf'>,
    private readonly telling: Pick<TellingStore, 'keepNotices'>,
  ) {
    super();
  }

  count(groups: readonly RecipientGroup[], scope: BulletinScope, at: Date): number {
    return this.contacts(groups, scope, at).length;
  }

  async send(tx: Transaction, dispatch: Dispatch, at: Date): Promise<number> {
    const contacts = this.contacts(dispatch.groups, dispatch.scope, at);
    const drafts = contacts.flatMap((contact) => draftsTo(contact, dispatch, at));
    await this.telling.keepNotices(tx, drafts, at);
    return drafts.length;
  }

  private contacts(
    groups: readonly RecipientGroup[],
    scope: BulletinScope,
    at: Date,
  ): readonly Contact[] {
    const own = this.unitsOf(scope);
    const all = groups.flatMap((group) => {
      const [units, caller] = GROUPS[group](this.register, own);
      return units.flatMap((unit) => this.timetable.contactsOf(unit, caller, at));
    });
    return uniqueBy(all, ({ recipient }) => recipient.key);
  }

  /** The units whose edition it is: those that answer for a region, or the unit itself. */
  private unitsOf(scope: BulletinScope): readonly string[] {
    if (scope.kind === 'unit') return [scope.code];
    if (scope.kind !== 'region') return [];
    return this.register.units.flatMap(({ code, region }) => (region === scope.code ? [code] : []));
  }
}

function draftsTo(
  { unit, unitName, recipient }: Contact,
  { bulletin, subject, body }: Dispatch,
  at: Date,
): NoticeDraft[] {
  const because = '简报分送范围（本地默认）';
  const to = justTold({ unit, unitName, role: 'copy', because }, [recipient]);
  const about = {
    alertId: null,
    changeId: null,
    dutyId: null,
    step: `bulletin:${bulletin.id}`,
    kind: 'bulletin',
    said: { subject, body },
    sample: bulletin.samples,
  } as const;
  return addressed(to, about, { at, digestAt: null }).map((draft) => ({
    ...draft,
    bulletin: { id: bulletin.id, receipt: randomBytes(18).toString('base64url') },
  }));
}
