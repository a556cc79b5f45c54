import { useState } from 'react';
import { Button } from 'antd';
import { useAddress } from '../address/use-address.js';
import { Link } from '../address/link.js';
import { tell } from '../api/ask.js';
import type { QueueView } from '../api/queue.js';
import { useMay } from '../shell/session-context.js';
import { Dialog } from '../shown/dialog.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';
import { MoveView } from './move-view.js';
import { addressOf, viewAt } from './queue-source.js';
import { ViewDialog } from './view-dialog.js';
import { placeOf } from './view-places.js';

interface QueueViewsProps {
  readonly views: readonly QueueView[];
  readonly changed: () => Promise<void>;
}

type Doing = 'make' | 'rename' | 'remove' | null;

/** The views that somebody may open, with how many alerts each shows; the one that is open can be changed. */
export function QueueViews({ views, changed }: QueueViewsProps) {
  const { query } = useAddress();
  const [doing, setDoing] = useState<Doing>(null);
  const here = viewAt(query);
  const current = views.find((view) => view.query === here) ?? null;
  const close = (): void => setDoing(null);
  return (
    <nav className="queue-views" aria-label="视图">
      <Link to="queue" className="queue-view" isCurrent={here === viewAt(new URLSearchParams())}>
        默认
      </Link>
      {views.map((view) => (
        <Link
          key={view.id}
          to={addressOf(view.query)}
          className="queue-view"
          isCurrent={view === current}
        >
          {view.name}
          {!view.isShared && <span className="soft">（我的）</span>} <b>{countWords(view)}</b>
        </Link>
      ))}
      {current === null && (
        <Button size="small" type="link" onClick={() => setDoing('make')}>
          存为视图
        </Button>
      )}
      {current?.isMine === true && (
        <>
          <Button size="small" type="link" onClick={() => setDoing('rename')}>
            改名
          </Button>
          <Button size="small" type="link" onClick={() => setDoing('remove')}>
            删除视图
          </Button>
          <MoveView
            key={current.id}
            view={current}
            place={placeOf(views, current)}
            changed={changed}
          />
        </>
      )}
      {doing === 'make' && <MakeView query={here} {...{ changed, close }} />}
      {doing === 'rename' && current && <RenameView view={current} {...{ changed, close }} />}
      {doing === 'remove' && current && <RemoveView view={current} {...{ changed, close }} />}
    </nav>
  );
}

const MOST_COUNTED = 1000;

const countWords = ({ count }: QueueView): string => {
  if (count === null) return '条件已失效';
  return count >= MOST_COUNTED ? '999+' : String(count);
};

interface DoingProps {
  readonly changed: () => Promise<void>;
  readonly close: () => void;
}

function MakeView({ query, changed, close }: DoingProps & { readonly query: string }) {
  const mayShare = useMay()('views.share');
  const save = (draft: { name: string; isShared?: boolean }) =>
    tell('alert-views', { ...draft, isShared: draft.isShared === true, query });
  return <ViewDialog title="存为视图" {...{ mayShare, save, changed, close }} />;
}

function RenameView({ view, changed, close }: DoingProps & { readonly view: QueueView }) {
  const save = ({ name }: { name: string }) => tell(`alert-views/${view.id}`, { name });
  return (
    <ViewDialog title="视图改名" name={view.name} mayShare={false} {...{ save, changed, close }} />
  );
}

function RemoveView({ view, changed, close }: DoingProps & { readonly view: QueueView }) {
  const deed = useDeed();
  const remove = async (): Promise<void> => {
    const isDone = await deed.run(async () => {
      await tell(`alert-views/${view.id}/remove`);
      await changed();
    });
    if (isDone) close();
  };
  return (
    <Dialog
      title={`删除视图“${view.name}”`}
      okText="删除"
      okButtonProps={{ danger: true }}
      confirmLoading={deed.isRunning}
      onOk={() => void remove()}
      onCancel={close}
    >
      <p>
        {view.isShared
          ? '这是本单位共用的视图，删除后大家都不再看到它。'
          : '只删除视图，不动预警。'}
      </p>
      {deed.problem && <ProblemNote problem={deed.problem} />}
    </Dialog>
  );
}
