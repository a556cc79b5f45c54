import { useEffect, useState } from 'react';
import { Button } from 'antd';
import { go } from '../address/browser-address.js';
import { useAddress } from '../address/use-address.js';
import type { QueueChoices, QueueRow, QueueView } from '../api/queue.js';
import { useAsked } from '../api/use-asked.js';
import { useList } from '../lists/use-list.js';
import { ProblemNote } from '../shown/problem-note.js';
import type { Act } from './acts.js';
import { Dialogs, type OpenDialog } from './dialogs.js';
import { shownRows } from './live-rows.js';
import { keepOrder } from './neighbours.js';
import { LineMark, NewsBar } from './news-bar.js';
import { QueueBars } from './queue-bars.js';
import { QueueFilters } from './queue-filters.js';
import { QueueList } from './queue-list.js';
import { sourceAt } from './queue-source.js';
import { QueueViews } from './queue-views.js';
import { useLiveQueue } from './use-live-queue.js';
import { useQueueKeys } from './use-queue-keys.js';
import { useTriage, type Triage } from './use-triage.js';
import './queue.css';

/** The queue of alerts: what waits for whom, live, from one to the next by the keyboard. */
export default function QueueScreen() {
  const { query, change } = useAddress();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const list = useList<QueueRow>(sourceAt(query));
  const choices = useAsked<QueueChoices>('alerts/choices').data;
  const views = useAsked<readonly QueueView[]>('alert-views');
  const live = useLiveQueue(query, list.data, () => void views.look());
  const data = list.data && shownRows(list.data, live.since);
  const rows = data?.rows ?? [];
  useKeptOrder(rows, query);
  const refresh = async (): Promise<void> => {
    await Promise.all([list.again(), views.again()]);
  };
  const triage = useTriage({ rows, total: data?.total ?? 0, query, refresh });
  const { current, acts } = triage;
  const open = (): void => {
    if (current) go(`alerts/${current.id}`);
  };
  const showNews = (): void => {
    if (query.has('after')) change({ after: null });
    else void list.again();
  };
  useQueueKeys({ triage, open, ask: setDialog });
  return (
    <section className="screen queue">
      <header>
        <h1>工作台</h1>
        <div className="tools">
          <LineMark state={live.state} />
          <Button size="small" onClick={() => setDialog('help')}>
            快捷键 ?
          </Button>
        </div>
      </header>
      <QueueViews views={views.data ?? []} changed={views.again} />
      <QueueFilters choices={choices} />
      <NewsBar count={live.since.fresh.length} isLost={live.isLost} show={showNews} />
      <QueueList query={query} asked={{ ...list, data }} since={live.since} triage={triage} />
      {acts.deed.problem && dialog === null && <ProblemNote problem={acts.deed.problem} />}
      <QueueBars triage={triage} ask={setDialog} />
      <OneDialog open={dialog} show={setDialog} triage={triage} choices={choices} />
    </section>
  );
}

/** Lets whoever opens an alert go on to the next from there. */
function useKeptOrder(rows: readonly QueueRow[], query: URLSearchParams): void {
  const ids = rows.map(({ id }) => id).join(',');
  const back = query.toString();
  useEffect(() => keepOrder({ ids: ids === '' ? [] : ids.split(','), back }), [ids, back]);
}

interface OneDialogProps {
  readonly open: OpenDialog | null;
  readonly show: (dialog: OpenDialog | null) => void;
  readonly triage: Triage;
  readonly choices: QueueChoices | null;
}

function OneDialog({ open, show, triage, choices }: OneDialogProps) {
  if (open === null) return null;
  const { acts, about, isPossible } = triage;
  const close = (): void => {
    acts.deed.forget();
    show(null);
  };
  const run = async (act: Act): Promise<void> => {
    if (await triage.run(act)) show(null);
  };
  const colleagues = choices?.colleagues ?? [];
  return <Dialogs can={isPossible} deed={acts.deed} {...{ open, about, colleagues, run, close }} />;
}
