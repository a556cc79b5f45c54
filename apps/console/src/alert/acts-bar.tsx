import { Button } from 'antd';
import type { Act } from './acts.js';

interface ActsBarProps {
  readonly acts: readonly Act[];
  readonly begin: (act: Act) => void;
}

/** What can be done now, the usual first, each with its key. */
export function ActsBar({ acts, begin }: ActsBarProps) {
  if (acts.length === 0) return <p className="soft">现在没有您可以办的事项。</p>;
  return (
    <div className="tools alert-acts" role="toolbar" aria-label="办理">
      {acts.map((act, at) => (
        <Button
          key={act.code}
          type={at === 0 && act.isMain ? 'primary' : 'default'}
          onClick={() => begin(act)}
        >
          {act.title}
          {act.key !== null && <kbd>{act.key.toUpperCase()}</kbd>}
        </Button>
      ))}
    </div>
  );
}
