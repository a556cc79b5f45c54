import type { BulletinReader } from '../api/bulletins.js';
import { noticeStateWord } from '../notices/notice-words.js';
import { Link } from '../address/link.js';
import { useMay } from '../shell/session-context.js';
import { When } from '../shown/when.js';

/** Who was sent it, and who has read it. */
export function BulletinReaders({ readers }: { readonly readers: readonly BulletinReader[] }) {
  const may = useMay();
  const read = readers.filter(({ readAt }) => readAt !== null).length;
  return (
    <section className="desk-card">
      <h2>
        收件人（{readers.length}，已阅 {read}）
      </h2>
      <table className="desk-plain">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">渠道</th>
            <th scope="col">通知</th>
            <th scope="col">已阅</th>
          </tr>
        </thead>
        <tbody>
          {readers.map(({ noticeId, unitName, title, channelName, state, readAt }) => (
            <tr key={noticeId}>
              <td>
                {unitName}
                <span className="desk-sub">{title}</span>
              </td>
              <td>{channelName}</td>
              <td className="whole">
                {may('notices.read') ? (
                  <Link to={`notices?notice=${noticeId}`}>{noticeStateWord(state)}</Link>
                ) : (
                  noticeStateWord(state)
                )}
              </td>
              <td>{readAt === null ? '—' : <When at={readAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
