import { randomBytes } from 'node:crypto';
import type { NoticeDraft, Recipient } from '@risk/alerting';
import { BulletinPost, type Dispatch, type RecipientGroup } from '@risk/bulletins';
import type { BulletinScope } from '@risk/domain';
import { chinaDay, uniqueBy, type Transaction } from '@risk/kit';
import { contactsOf, unitNameOn, unitOf, type Contact, type RoutingTree } from '@risk/routing';
import { keepNoticesIn } from '@risk/store';

/** Who a group of recipients is. */
const GROUPS: Readonly<
  Record<RecipientGroup, (tree: RoutingTree, own: readonly string[]) => readonly Contact[]>
> = {
  office: (tree) => contactsOf(tree, tree.units.office, 'liaison'),
  'office-head': (tree) => contactsOf(tree, tree.units.office, 'head'),
  convener: (tree) => [tree.units.convener],
  members: (tree) => tree.units.units.flatMap(({ code }) => contactsOf(tree, code, 'liaison')),
  unit: (tree, own) => own.flatMap((code) => contactsOf(tree, code, 'liaison')),
  'unit-head': (tree, own) => own.flatMap((code) => contactsOf(tree, code, 'head')),
};

/** Bulletins go through the same outbox as notices of alerts: once to each recipient by each channel. */
export class OutboxPost extends BulletinPost {
  constructor(private readonly tree: RoutingTree) {
    super();
  }

  count(groups: readonly RecipientGroup[], scope: BulletinScope): number {
    return this.contacts(groups, scope).length;
  }

  async send(tx: Transaction, dispatch: Dispatch, at: Date): Promise<number> {
    const { groups, scope } = dispatch;
    const drafts = this.contacts(groups, scope).flatMap((contact) =>
      contact.channels.map((channel) => this.draft(contact, channel, dispatch, at)),
    );
    await keepNoticesIn(tx, drafts, at);
    return drafts.length;
  }

  private contacts(groups: readonly RecipientGroup[], scope: BulletinScope): readonly Contact[] {
    const own = this.unitsOf(scope);
    const all = groups.flatMap((group) => GROUPS[group](this.tree, own));
    return uniqueBy(all, ({ key }) => key);
  }

  /** The units whose edition it is: those that answer for a region, or the unit itself. */
  private unitsOf(scope: BulletinScope): readonly string[] {
    if (scope.kind === 'unit') return [scope.code];
    if (scope.kind !== 'region') return [];
    return this.tree.units.units.flatMap(({ code, region }) =>
      region === scope.code ? [code] : [],
    );
  }

  private draft(
    contact: Contact,
    channel: string,
    { bulletin, subject, body }: Dispatch,
    at: Date,
  ): NoticeDraft {
    const unit = unitOf(this.tree.units, contact.unit);
    return {
      alertId: null,
      step: `bulletin:${bulletin.id}`,
      kind: 'bulletin',
      changeId: null,
      dutyId: null,
      channel,
      to: {
        unit: contact.unit,
        unitName: unit ? unitNameOn(unit, chinaDay(at)) : contact.unitName,
        role: 'copy',
        because: '简报分送范围（本地默认）',
        acknowledgeBy: null,
        dueAt: null,
        waits: false,
        recipient: recipientOf(contact),
      },
      state: 'pending',
      notBefore: at,
      said: { subject, body },
      bulletin: { id: bulletin.id, receipt: randomBytes(18).toString('base64url') },
      sample: bulletin.samples,
    };
  }
}

const recipientOf = ({ key, title, email }: Contact): Omit<Recipient, 'channels'> => ({
  key,
  title,
  email,
});
