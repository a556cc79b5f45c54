import { Mark } from '../shown/mark.js';
import type { LineState } from './live-line.js';

interface NewsBarProps {
  /** How many alerts are new; the list stays as it is until somebody asks for them. */
  readonly count: number;
  readonly isLost: boolean;
  readonly show: () => void;
}

/** Says that something new came in, and shows it when asked. */
export function NewsBar({ count, isLost, show }: NewsBarProps) {
  const words = isLost ? '队列有较多变化' : `${String(count)} 条新预警`;
  return (
    <div role="status" className="queue-news-place">
      {(isLost || count > 0) && (
        <button type="button" className="queue-news" onClick={show}>
          {words}，点击刷新列表
        </button>
      )}
    </div>
  );
}

/** How the screen hears of what happens. */
export function LineMark({ state }: { readonly state: LineState }) {
  if (state === 'live') return <Mark standing="good">实时更新</Mark>;
  if (state === 'asking') return <Mark standing="waiting">每 30 秒更新</Mark>;
  return <Mark standing="off">正在连接</Mark>;
}
