import type { Response } from 'express';
import { personOf, type OpenedSession } from '@risk/access';
import type { House } from '@risk/assembly';
import { giveToken } from './session-cookie.js';
import { homeOf, STAGE_PAGES } from './where-to.js';

/** Hands a browser the token of its login and leads it on: to the step that is owed, the page it wanted, or its home. */
export async function goOn(
  response: Response,
  house: House,
  opened: OpenedSession,
  to: string | null,
): Promise<void> {
  giveToken(response, house, opened.token);
  const isIn = opened.stage === 'in';
  response.redirect(303, isIn && to !== null ? to : await pageAfter(house, opened));
}

/** The page to which a step of a login leads. */
export async function pageAfter(
  { access: { accounts, city } }: House,
  { stage, accountId }: OpenedSession,
): Promise<string> {
  if (stage !== 'in') return STAGE_PAGES[stage];
  const account = await accounts.find(accountId);
  return account ? homeOf(personOf(account, city.office)) : '/login';
}
