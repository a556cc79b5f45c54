import { useState } from 'react';
import { App, Button } from 'antd';
import { tell } from '../api/ask.js';
import type { AccountDetail, Places, ResetPassword, RoleLine } from '../api/accounts.js';
import { usePerson } from '../shell/session-context.js';
import { ProblemNote } from '../shown/problem-note.js';
import { SecretDialog } from '../shown/secret-dialog.js';
import { useDeed, type Deed } from '../shown/use-deed.js';
import { actsFor, whoseTurn, type AccountAct } from './account-acts.js';
import { grantWords } from './account-words.js';
import { ProposeRights } from './propose-rights.js';

interface ActsProps {
  readonly account: AccountDetail;
  readonly places: Places | null;
  readonly roles: readonly RoleLine[] | null;
  /** Something about the account changed. */
  readonly done: () => Promise<void>;
}

/** What the person can do with an account, and why not where the role alone would allow it. */
export function Acts({ account, places, roles, done }: ActsProps) {
  const person = usePerson();
  const offered = actsFor(account, person);
  const turn = whoseTurn(account, person);
  const { deed, begin, isProposing, endProposing, password, forgetPassword } = useActs(
    account,
    done,
  );
  /** Whoever approves reads once more what it is. */
  const consequences = ({ kind, means }: AccountAct): string =>
    kind === 'approve' ? `${grantWords(account, places, roles)}${means}` : means;
  return (
    <>
      {deed.problem && <ProblemNote problem={deed.problem} />}
      {turn !== null && <p className="soft">{turn}</p>}
      <div className="tools">
        {offered.map(({ act, refusal }) => (
          <Button
            key={act.kind}
            type={act.kind === 'approve' ? 'primary' : 'default'}
            danger={act.isGrave === true}
            disabled={refusal !== null || deed.isRunning}
            onClick={() => begin(act, consequences(act))}
          >
            {act.title}
          </Button>
        ))}
      </div>
      {offered
        .filter(({ refusal }) => refusal !== null)
        .map(({ act, refusal }) => (
          <p key={act.kind} className="soft">
            {act.title}：{refusal}
          </p>
        ))}
      {isProposing && places && roles && (
        <ProposeRights {...{ account, places, roles, done }} close={endProposing} />
      )}
      {password !== null && (
        <SecretDialog
          title={`已重设口令：${account.name}（${account.login}）`}
          label="初始口令"
          secret={password}
          advice="请当面或者用可靠的方式交给本人，登录后须更换。关闭后无法再查看，只能再次重设。"
          close={forgetPassword}
        />
      )}
    </>
  );
}

interface UsedActs {
  readonly deed: Deed;
  readonly begin: (act: AccountAct, consequences: string) => void;
  readonly isProposing: boolean;
  readonly endProposing: () => void;
  /** A password that was just set, until it was noted. */
  readonly password: string | null;
  readonly forgetPassword: () => void;
}

/** Says what comes of an act, then does it. */
function useActs(account: AccountDetail, done: () => Promise<void>): UsedActs {
  const { message, modal } = App.useApp();
  const deed = useDeed();
  const [isProposing, setProposing] = useState(false);
  const [password, setPassword] = useState<string | null>(null);
  const carryOut = async (title: string, path: string, body: object | null): Promise<void> => {
    const told = { isAsked: false };
    const isDone = await deed.run(async () => {
      const answer = await tell<Partial<ResetPassword>>(`accounts/${account.id}/${path}`, body);
      if (typeof answer.password === 'string') setPassword(answer.password);
      told.isAsked = answer.password === null;
      await done();
    });
    if (isDone)
      message.success(`${account.name}：${told.isAsked ? '已提请安全管理员同意' : `已${title}`}`);
    // Somebody else may have been first: then that is what there is to see.
    else await done();
  };
  const begin = (act: AccountAct, consequences: string): void => {
    const { title, path, sends, isGrave = false } = act;
    if (path === null) setProposing(true);
    else
      void modal.confirm({
        title: `${title}：${account.name}`,
        content: consequences,
        okText: title,
        okButtonProps: { danger: isGrave },
        onOk: () => carryOut(title, path, sends?.(account) ?? null),
      });
  };
  return {
    ...{ deed, begin, isProposing, password },
    endProposing: () => setProposing(false),
    forgetPassword: () => setPassword(null),
  };
}
