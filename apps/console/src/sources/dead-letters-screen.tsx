import { useState } from 'react';
import { App, Button } from 'antd';
import { idIn } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { tell } from '../api/ask.js';
import type { LetterLine, ReplayReport } from '../api/sources.js';
import { FEED_WORDS } from '../shown/words.js';
import { useList } from '../lists/use-list.js';
import { useMay } from '../shell/session-context.js';
import { ProblemNote } from '../shown/problem-note.js';
import { SearchBox } from '../shown/search-box.js';
import { useDeed } from '../shown/use-deed.js';
import { LetterDetail } from './letter-detail.js';
import { LETTERS, LetterTable } from './letter-table.js';
import { ReplayNote } from './replay-note.js';
import { DOORS } from './source-words.js';
import './sources.css';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { optionsOf } from '../lists/choice.js';
import { DayInAddress } from '../lists/day-in-address.js';

/** What came in and could not be used: why, from where, and another try. */
export default function DeadLettersScreen() {
  const { query } = useAddress();
  const may = useMay();
  const asked = useList<LetterLine>(LETTERS);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const opened = idIn(query, 'letter');
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids)
      if (isChosen) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  return (
    <section className="screen">
      <header>
        <h1>死信</h1>
        <p>
          收到而不能使用的数据，原件密封保存。改好来源登记或列对照之后重放即可入库；重放按今天的配置重新读取，不会重复。
        </p>
      </header>
      <Filters />
      {may('dead-letters.replay') && (
        <Replaying
          chosen={chosen}
          total={asked.data?.total ?? 0}
          done={() => {
            setChosen(new Set());
            void asked.again();
          }}
        />
      )}
      {opened !== null && <LetterDetail key={opened} id={opened} />}
      <LetterTable
        asked={asked}
        chosen={may('dead-letters.replay') ? chosen : null}
        choose={choose}
      />
    </section>
  );
}

function Filters() {
  const { query, change } = useAddress();
  const source = query.get('source');
  return (
    <div className="filters">
      <ChoiceInAddress
        name="state"
        label="状态"
        options={[
          ['', '待处理'],
          ['replayed', '已重放'],
          ['all', '全部'],
        ]}
      />
      <ChoiceInAddress name="feed" label="通道" options={optionsOf(FEED_WORDS)} />
      <ChoiceInAddress name="door" label="经由" options={optionsOf(DOORS)} />
      <DayInAddress name="from" label="从" />
      <DayInAddress name="to" label="到" />
      <SearchBox
        label="搜索原因"
        placeholder="原因里的字"
        words={query.get('q') ?? ''}
        search={(q) => change({ q, after: null })}
      />
      {source !== null && (
        <Button onClick={() => change({ source: null, after: null })}>只看来源“{source}” ×</Button>
      )}
    </div>
  );
}

interface ReplayingProps {
  readonly chosen: ReadonlySet<string>;
  /** How many match. */
  readonly total: number;
  readonly done: () => void;
}

const FILTERS = ['source', 'feed', 'door', 'q', 'from', 'to'];

/** Tries again the chosen ones, or all that match, and says what came of it. */
function Replaying({ chosen, total, done }: ReplayingProps) {
  const { query } = useAddress();
  const { modal } = App.useApp();
  const deed = useDeed();
  const [report, setReport] = useState<ReplayReport | null>(null);
  const replay = (wish: object) =>
    deed.run(async () => {
      setReport(await tell<ReplayReport>('dead-letters/replay', wish));
      done();
    });
  const matching = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = query.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const all = (): void =>
    void modal.confirm({
      title: `重放符合条件的 ${String(total)} 条`,
      content: '逐条按今天的配置重新读取：能用的入库并评估，可能产生预警；仍不能用的留在这里。',
      okText: '重放',
      onOk: () => replay({ matching }),
    });
  const isOpen = (query.get('state') ?? 'open') === 'open';
  return (
    <>
      <div className="tools">
        <Button
          type="primary"
          disabled={chosen.size === 0}
          loading={deed.isRunning}
          onClick={() => void replay({ ids: [...chosen] })}
        >
          重放所选 {chosen.size} 条
        </Button>
        {isOpen && total > 0 && (
          <Button loading={deed.isRunning} onClick={all}>
            重放符合条件的全部 {total > 10_000 ? '（一次最多 10,000 条）' : `${String(total)} 条`}
          </Button>
        )}
      </div>
      {deed.problem && <ProblemNote problem={deed.problem} />}
      {report && <ReplayNote report={report} />}
    </>
  );
}
