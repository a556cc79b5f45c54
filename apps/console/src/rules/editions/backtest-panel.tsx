import { useEffect, useState } from 'react';
import { Button, Form, Input } from 'antd';
import { ask, tell } from '../../api/ask.js';
import type { BacktestJob, BacktestState, EditionLife } from '../../api/editions.js';
import { useAsked } from '../../api/use-asked.js';
import { useMay } from '../../shell/session-context.js';
import { FormDialog } from '../../shown/form-dialog.js';
import { ProblemNote } from '../../shown/problem-note.js';
import { useDeed } from '../../shown/use-deed.js';
import { Waiting } from '../../shown/waiting.js';
import { BacktestResult } from './backtest-result.js';

interface BacktestPanelProps {
  readonly edition: EditionLife;
  readonly done: () => Promise<void>;
}

const EVERY = 1500;

/** What an edition would have changed: started here, followed while it runs, read when it ended. */
export function BacktestPanel({ edition, done }: BacktestPanelProps) {
  const path = `editions/${edition.id}/backtest`;
  const { data, problem, again } = useAsked<BacktestState>(path);
  const may = useMay();
  const [isStarting, setStarting] = useState(false);
  const running = useRunning(path, data?.job ?? null, async () => {
    await Promise.all([again(), done()]);
  });
  if (!data) return problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />;
  const isOffered = may('editions.draft') && isAhead(edition);
  return (
    <section className="rules-part">
      <div className="tools">
        {isOffered && (
          <Button disabled={running !== null} onClick={() => setStarting(true)}>
            {data.last ? '再回测一次' : '开始回测'}
          </Button>
        )}
        <span className="soft">把已入库的记录按现行版本和这个版本各评一遍，不改动任何数据。</span>
      </div>
      {running ? <Progress job={running} /> : <Standing state={data} />}
      {data.last && <BacktestResult edition={edition} last={data.last} />}
      {isStarting && (
        <StartBacktest id={edition.id} close={() => setStarting(false)} started={again} />
      )}
    </section>
  );
}

/** Whether it may still come into force. */
const isAhead = ({ stage, inForce }: BacktestPanelProps['edition']): boolean =>
  stage !== 'withdrawn' && !inForce;

/** What there is to say where nothing runs. */
function Standing({ state: { job, last } }: { readonly state: BacktestState }) {
  if (job?.state === 'failed')
    return <p className="rules-problems">上一次回测没有完成：{job.problem}</p>;
  return last ? null : <p className="soft">还没有回测过。</p>;
}

/** The job while it runs, asked for every moment; tells once when it ended. */
function useRunning(
  path: string,
  job: BacktestJob | null,
  ended: () => Promise<void>,
): BacktestJob | null {
  const [latest, setLatest] = useState<BacktestJob | null>(null);
  const isRunning = job?.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const look = async (): Promise<void> => {
      const state = await ask<BacktestState>(path, { isRefresh: true }).catch(() => null);
      if (!state) return;
      setLatest(state.job);
      if (state.job?.state !== 'running') await ended();
    };
    const ticking = window.setInterval(() => void look(), EVERY);
    return () => window.clearInterval(ticking);
    // Asking begins and ends with the job alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [path, isRunning]);
  if (!isRunning) return null;
  return latest?.state === 'running' ? latest : job;
}

function Progress({ job: { what, done, of, by } }: { readonly job: BacktestJob }) {
  const part = of === 0 ? undefined : done / of;
  return (
    <p role="status">
      <progress max={1} value={part} />　{what} {done.toLocaleString('en')}
      {of > 0 && ` / ${of.toLocaleString('en')}`}　{by} 发起；可以离开这一页，它会继续。
    </p>
  );
}

interface StartBacktestProps {
  readonly id: string;
  readonly close: () => void;
  readonly started: () => Promise<void>;
}

interface Wish {
  readonly because: string;
  readonly from?: string;
  readonly to?: string;
}

function StartBacktest({ id, close, started }: StartBacktestProps) {
  const [form] = Form.useForm<Wish>();
  const deed = useDeed();
  const send = async ({ because, from, to }: Wish): Promise<void> => {
    const isDone = await deed.run(async () => {
      const period = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
      await tell(`editions/${id}/backtest/start`, { because, ...period });
      await started();
    });
    if (isDone) close();
  };
  return (
    <FormDialog<Wish>
      {...{ title: `回测：版本 ${id}`, okText: '开始回测', form, deed, send, close }}
      initialValues={{ because: '发布前回测' }}
    >
      <Form.Item
        name="because"
        label="理由"
        rules={[{ required: true, min: 2, message: '请写明理由' }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <div className="beside">
        <Form.Item name="from" label="记录自（不填为最早）">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label="记录至（不填为今天）">
          <Input type="date" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
