import { isSentTo, type Addressed, type Person } from '@risk/access';
import type { House } from '@risk/assembly';
import { seesUnit } from '@risk/domain';
import { Forbidden, NotFound, rowIdText } from '@risk/kit';

/** A message in the inbox of a unit. */
interface Message {
  readonly unit: string;
  readonly id: string;
}

/** Refuses whoever is not meant by a message; out of sight it does not exist. */
export async function refuseUnsent(
  { deskLists }: House,
  person: Person,
  { unit, id }: Message,
): Promise<void> {
  if (!seesUnit(person.sight, unit) || !rowIdText.safeParse(id).success)
    throw new NotFound('没有找到');
  const recipient = await deskLists.recipientOf(unit, id);
  if (recipient === null) throw new NotFound('这个单位的收件箱里没有这条消息');
  refuseOthers(person, { unit, recipient });
}

function refuseOthers(person: Person, to: Addressed): void {
  if (isSentTo(person, to)) return;
  throw new Forbidden('这条消息不是发给您的：只有收件人本人打开才算已读');
}
