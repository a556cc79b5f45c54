import type { Request } from 'express';
import { personOf, type OpenedSession, type Person, type SignInAction } from '@risk/access';
import type { House } from '@risk/assembly';
import { RiskError } from '@risk/kit';
import { noteAtDoor, outcomeOf } from './audit-door.js';

/** Takes a step of a login and notes whether it was right: also of whoever was turned away. */
export async function atSignInDoor<T extends OpenedSession | { readonly opened: OpenedSession }>(
  house: House,
  request: Request,
  action: SignInAction,
  step: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await step();
    const { accountId } = 'opened' in answer ? answer.opened : answer;
    await note(house, request, action, accountId, { outcome: 'done' });
    return answer;
  } catch (error) {
    const account = error instanceof RiskError ? error.facts['account'] : null;
    const id = typeof account === 'string' ? account : null;
    await note(house, request, action, id, outcomeOf(error));
    throw error;
  }
}

/** Notes a step of which the account is known. */
export async function note(
  house: House,
  request: Request,
  action: SignInAction,
  accountId: string | null,
  outcome: ReturnType<typeof outcomeOf>,
): Promise<void> {
  const person = accountId === null ? null : await personNamed(house, accountId);
  const subject = accountId === null ? null : `account:${accountId}`;
  await noteAtDoor(house, request, { person, action, subject, ...outcome });
}

async function personNamed({ access }: House, id: string): Promise<Person | null> {
  const account = await access.accounts.find(id);
  return account && personOf(account, access.city.office);
}
