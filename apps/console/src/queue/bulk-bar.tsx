import { Button } from 'antd';
import { countOf, MOST_AT_ONCE, type ActKind, type Target } from './acts.js';

/** What can be done from the bar; each opens a dialogue or does it at once. */
export type BarAct = 'acknowledge' | 'assign' | 'note' | 'decide' | 'pause' | 'resume';

interface BulkBarProps {
  readonly target: Target;
  /** Whether a step can be taken with all that is chosen. */
  readonly can: (kind: ActKind) => boolean;
  readonly act: (act: BarAct) => void;
  /** All that the address shows, when the page alone is chosen and there is more; null otherwise. */
  readonly chooseAll: { readonly total: number; readonly run: () => void } | null;
  readonly leave: () => void;
  readonly isRunning: boolean;
}

const BUTTONS: readonly {
  readonly act: BarAct;
  readonly needs: readonly ActKind[];
  readonly words: string;
}[] = [
  { act: 'acknowledge', needs: ['acknowledged'], words: '签收' },
  { act: 'assign', needs: ['entrusted'], words: '指定经办人' },
  { act: 'decide', needs: ['verifying', 'refuted', 'closed', 'reopened'], words: '研判' },
  { act: 'note', needs: ['noted'], words: '备注' },
  { act: 'pause', needs: ['paused'], words: '暂停计时' },
  { act: 'resume', needs: ['resumed'], words: '恢复计时' },
];

/** What is done with all that is chosen. */
export function BulkBar(props: BulkBarProps) {
  const { target, can, act, chooseAll, leave, isRunning } = props;
  const count = countOf(target);
  const isTooMany = count > MOST_AT_ONCE;
  return (
    <div className="queue-bulk" role="region" aria-label="批量办理">
      <span role="status">
        {'filter' in target ? '已选全部' : '已选'} {count} 件
      </span>
      {BUTTONS.map(({ act: one, needs, words }) => (
        <Button
          key={one}
          size="small"
          disabled={isRunning || isTooMany || !needs.some(can)}
          onClick={() => act(one)}
        >
          {words}
        </Button>
      ))}
      {chooseAll && (
        <Button size="small" type="link" onClick={chooseAll.run}>
          选中全部 {chooseAll.total} 条符合条件的
        </Button>
      )}
      {isTooMany && <span>一次最多办理 {MOST_AT_ONCE} 件，请缩小条件</span>}
      <Button size="small" type="link" onClick={leave}>
        取消选择
      </Button>
    </div>
  );
}
