import { useServerTime } from '../shell/server-time.js';
import { chinaTime } from './china-time.js';
import { Mark } from './mark.js';
import { deadlineState, leftWords } from './time-left.js';
import type { Standing } from './standing.js';

/** An instant, as it is in Asia/Shanghai. */
export function When({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} className="whole">
      {chinaTime(at)}
    </time>
  );
}

const STANDINGS: Readonly<Record<ReturnType<typeof deadlineState>, Standing>> = {
  ...{ late: 'bad', soon: 'waiting', far: 'plain' },
};

/** What is left until a deadline; the deadline itself is told on asking. */
export function DueIn({ at }: { readonly at: string }) {
  const now = useServerTime();
  return (
    <time dateTime={at} title={`${chinaTime(at)} 到期`}>
      <Mark standing={STANDINGS[deadlineState(at, now)]}>{leftWords(at, now)}</Mark>
    </time>
  );
}
