import { Link } from '../address/link.js';
import type { Notice, WholeAlert } from '../api/alert.js';
import { useMay } from '../shell/session-context.js';
import { chinaTime } from '../shown/china-time.js';
import { Mark, type Standing } from '../shown/mark.js';
import { Section } from './section.js';
import { CHANNELS, NOTICE_KINDS, NOTICE_STATES, ROLES, wordOf } from './words.js';

const STANDINGS: Readonly<Record<string, Standing>> = {
  ...{ sent: 'good', refused: 'bad', unknown: 'bad', moot: 'off' },
};

/** Who was told what, by which way, and whether it arrived. */
export function NoticesSection({ whole }: { readonly whole: WholeAlert }) {
  const { notices, hasEarlierNotices, alert } = whole;
  const may = useMay();
  return (
    <Section id="notices" title="通知" aside={`${String(notices.length)} 封`}>
      {hasEarlierNotices && (
        <p>
          只列最近的
          {may('notices.read') && (
            <>
              ，<Link to={`notices?alert=${alert.id}`}>查看全部</Link>
            </>
          )}
        </p>
      )}
      {notices.length === 0 ? (
        <p className="soft">没有可以看的通知。</p>
      ) : (
        <details open={notices.length <= 6}>
          <summary>{summaryOf(notices)}</summary>
          <table className="alert-table">
            <thead>
              <tr>
                <th>生成</th>
                <th>送给</th>
                <th>渠道</th>
                <th>内容</th>
                <th>状态</th>
              </tr>
            </thead>
            <tbody>
              {notices.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} />
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Section>
  );
}

function summaryOf(notices: readonly Notice[]): string {
  const failed = notices.filter(({ state }) => state === 'refused' || state === 'unknown').length;
  const sent = notices.filter(({ state }) => state === 'sent').length;
  return `已发 ${String(sent)} 封${failed > 0 ? `，未送达或不明 ${String(failed)} 封` : ''}`;
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const { createdAt, to, channel, kind, state, settledAt, detail, attempt } = notice;
  return (
    <tr>
      <td className="whole">{chinaTime(createdAt)}</td>
      <td>
        {to.unitName} {to.recipient.title}
        <small className="soft"> {wordOf(ROLES, to.role)}</small>
      </td>
      <td>{wordOf(CHANNELS, channel)}</td>
      <td>{wordOf(NOTICE_KINDS, kind)}</td>
      <td>
        <Mark standing={STANDINGS[state] ?? 'waiting'}>{wordOf(NOTICE_STATES, state)}</Mark>
        {settledAt !== null && <small className="soft"> {chinaTime(settledAt)}</small>}
        {attempt > 1 && <small className="soft"> 第 {attempt} 次</small>}
        {state !== 'sent' && detail !== null && <div className="soft">{detail}</div>}
      </td>
    </tr>
  );
}
