import type { Listed } from '../api/listed.js';
import type { QueueRow } from '../api/queue.js';
import type { Asked } from '../api/use-asked.js';
import { ListTable } from '../lists/list-table.js';
import { usePerson } from '../shell/session-context.js';
import type { Since } from './live-rows.js';
import { queueColumns } from './queue-columns.js';
import { sourceAt } from './queue-source.js';
import type { Triage } from './use-triage.js';

interface QueueListProps {
  readonly query: URLSearchParams;
  readonly asked: Asked<Listed<QueueRow>>;
  readonly since: Since;
  readonly triage: Triage;
}

/** The alerts of the queue, one a line. */
export function QueueList({ query, asked, since, triage }: QueueListProps) {
  const { name } = usePerson();
  const { current, enter, isChosen, pick, isPageChosen, pickPage } = triage;
  const standing = (id: string): 'changed' | 'gone' | null => {
    if (since.gone.includes(id)) return 'gone';
    return id in since.changed ? 'changed' : null;
  };
  return (
    <ListTable
      label="预警队列"
      source={sourceAt(query)}
      asked={asked}
      columns={queueColumns({
        ...{ me: name, standing, enter, isChosen, pick, isPageChosen, pickPage },
      })}
      keyOf={({ id }) => id}
      rowClass={({ id }) => (id === current?.id ? 'chosen' : '')}
      empty="没有符合条件的预警"
    />
  );
}
