import type { AccountDetail, Places, RoleLine } from '../api/accounts.js';
import { useAsked } from '../api/use-asked.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Side } from '../shown/side.js';
import { Waiting } from '../shown/waiting.js';
import { AccountFacts } from './account-facts.js';
import { Acts } from './acts.js';

interface AccountDrawerProps {
  readonly id: string;
  readonly places: Places | null;
  readonly roles: readonly RoleLine[] | null;
  readonly close: () => void;
  /** Something about the account changed. */
  readonly changed: () => Promise<void>;
}

/** One account beside the list: what it is, where it is signed in, what can be done with it. */
export function AccountDrawer({ id, places, roles, close, changed }: AccountDrawerProps) {
  const { data: account, problem, again } = useAsked<AccountDetail>(`accounts/${id}`);
  const done = async (): Promise<void> => {
    await Promise.all([again(), changed()]);
  };
  return (
    <Side title={account?.name ?? '账号'} width={560} close={close}>
      {problem && <ProblemNote problem={problem} again={again} />}
      {!account && !problem && <Waiting />}
      {account && (
        <div className="screen">
          <AccountFacts account={account} places={places} roles={roles} />
          <Acts account={account} places={places} roles={roles} done={done} />
        </div>
      )}
    </Side>
  );
}
