import type { NoticeLine } from '../api/notices.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { noticeStanding, noticeStateWord } from './notice-words.js';

/** Where a notice stands, since when, and why. */
export function NoticeStateMark({ line }: { readonly line: NoticeLine }) {
  const { state, settledAt, notBefore, attempt, detail } = line;
  const waits = state === 'gathering' || state === 'pending';
  return (
    <>
      <Mark standing={noticeStanding(state)}>{noticeStateWord(state)}</Mark>
      <span className="desk-sub">
        {waits ? (
          <>
            不早于 <When at={notBefore} />
          </>
        ) : (
          settledAt !== null && <When at={settledAt} />
        )}
        {attempt > 1 && ` 第 ${String(attempt)} 次`}
      </span>
      {detail !== null && state !== 'sent' && (
        <span className="desk-sub notices-why">{detail}</span>
      )}
    </>
  );
}
