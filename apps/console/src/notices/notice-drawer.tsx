import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '../address/link.js';
import { tell } from '../api/ask.js';
import type { NoticeFacts } from '../api/notices.js';
import { useAsked } from '../api/use-asked.js';
import { noticeKind, roleWord } from '../desk/desk-words.js';
import { ReasonDialog } from '../desk/reason-dialog.js';
import { useMay } from '../shell/session-context.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Side } from '../shown/side.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { settleActsFor, verdictWord, type SettleAct } from './notice-words.js';
import { NoticeStateMark } from './notice-state-mark.js';

interface NoticeDrawerProps {
  readonly id: string;
  readonly changed: () => Promise<void>;
  readonly close: () => void;
}

/** One notice: to whom, what became of it, what was really said, and what people found out. */
export function NoticeDrawer({ id, changed, close }: NoticeDrawerProps) {
  const { data, problem, again } = useAsked<NoticeFacts>(`notices/${id}`);
  const done = async (): Promise<void> => {
    await Promise.all([again(), changed()]);
  };
  return (
    <Side title={`通知 ${id}`} width={640} close={close}>
      {problem && <ProblemNote problem={problem} again={again} />}
      {!data && !problem && <Waiting />}
      {data && <Notice notice={data} done={done} />}
    </Side>
  );
}

interface NoticeProps {
  readonly notice: NoticeFacts;
  readonly done: () => Promise<void>;
}

function Notice({ notice, done }: NoticeProps) {
  const { kind, to, channelName, createdAt, alertId, digestId, detail, subject, body, decisions } =
    notice;
  return (
    <div className="screen">
      <section className="desk-card">
        <Facts
          lines={[
            ['状态', <NoticeStateMark line={notice} />],
            ['去向', notice.state === 'sent' ? detail : null],
            ['种类', noticeKind(kind)],
            ['送给', `${to.unitName} ${to.recipient.title}`],
            ['职责', `${roleWord(to.role)}（${to.because}）`],
            ['渠道', channelName],
            ['生成', <When at={createdAt} />],
            [
              '预警',
              alertId === null ? null : <Link to={`alerts/${alertId}`}>预警 {alertId}</Link>,
            ],
            [
              '汇总',
              digestId === null ? null : (
                <Link to={`notices?notice=${digestId}`}>汇总 {digestId}</Link>
              ),
            ],
          ]}
        />
        <SettleActs notice={notice} done={done} />
      </section>
      <section className="desk-card">
        <h2>{subject ?? '内容'}</h2>
        {body === null ? (
          <p className="soft">
            {digestId === null ? '发送时按当时的情况写成。' : '内容已并入汇总。'}
          </p>
        ) : (
          <pre className="desk-said">{body}</pre>
        )}
      </section>
      {decisions.length > 0 && (
        <section className="desk-card">
          <h2>人工处理</h2>
          <ul className="desk-log">
            {decisions.map(({ id, verdict, by, because, at }) => (
              <li key={id}>
                <strong>{verdictWord(verdict)}</strong>：{because}
                <span className="desk-sub">
                  <When at={at} /> {by}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** What a person found out by telephone, or that it is to be sent again. */
function SettleActs({ notice, done }: NoticeProps) {
  const may = useMay();
  const [begun, begin] = useState<SettleAct | null>(null);
  const { id, state, digestId } = notice;
  const acts = digestId === null ? settleActsFor(state) : [];
  if (!may('notices.settle') || acts.length === 0) return null;
  return (
    <div className="desk-acts">
      {acts.map((act) => (
        <Button key={act.title} onClick={() => begin(act)}>
          {act.title}
        </Button>
      ))}
      {begun && (
        <ReasonDialog
          title={`通知 ${id}：${begun.title}`}
          okText={begun.title}
          means={begun.means}
          label="怎样核实的"
          send={(because) => tell(`notices/${id}/${begun.path}`, { ...begun.body, because })}
          done={done}
          close={() => begin(null)}
        />
      )}
    </div>
  );
}
