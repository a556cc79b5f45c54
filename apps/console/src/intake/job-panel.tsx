import { Alert, Button } from 'antd';
import { tell } from '../api/ask.js';
import type { ImportLine, ImportList, ImportView } from '../api/intake.js';
import { Link } from '../address/link.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';
import { Waiting } from '../shown/waiting.js';
import { percentOf, STATES } from './import-words.js';
import { PlanStep } from './plan-step.js';
import { UploadBox } from './upload-box.js';
import { useJob } from './use-job.js';

interface JobPanelProps {
  readonly id: string;
  readonly facts: ImportList;
  readonly open: (id: string) => void;
}

/** Whoever they belong to, and the latest changes first: what an import raised stands on top. */
const NEWEST_ALERTS = 'queue?whose=all&sort=-changedAt';

const STEPS = ['核对', '导入', '结果'] as const;

/** One import: how it will be read, how far it is, or what became of it. */
export function JobPanel({ id, facts, open }: JobPanelProps) {
  const { view, problem, show, again } = useJob(id);
  if (!view) return problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />;
  const { job, plan } = view;
  return (
    <>
      <Steps job={job} />
      {problem && <ProblemNote problem={problem} again={again} />}
      {plan && <PlanStep view={view} plan={plan} sources={facts.sources} show={show} />}
      {job.state === 'running' && <Progress job={job} show={show} />}
      {job.endedAt !== null && <Result job={job} facts={facts} open={open} />}
      {job.state === 'uploaded' && !plan && (
        <Alert type="warning" showIcon title="上传的文件已经删除，请重新上传" />
      )}
    </>
  );
}

function Steps({ job }: { readonly job: ImportLine }) {
  const at = job.state === 'uploaded' ? 0 : job.state === 'running' ? 1 : 2;
  return (
    <ol className="intake-steps" aria-label="步骤">
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined}>
          {step}
        </li>
      ))}
    </ol>
  );
}

interface ProgressProps {
  readonly job: ImportLine;
  readonly show: (view: ImportView) => void;
}

/** How far an import is; it goes on when the page is left. */
function Progress({ job, show }: ProgressProps) {
  const deed = useDeed();
  const cancel = (): void =>
    void deed.run(async () => show(await tell<ImportView>(`imports/${job.id}/cancel`, {})));
  return (
    <div className="intake-box">
      <p role="status">
        正在导入“{job.fileName}”：{job.rows.toLocaleString('en')} / {job.total.toLocaleString('en')}{' '}
        行（{percentOf(job)}%）
      </p>
      <progress className="intake-progress" max={100} value={percentOf(job)} aria-label="进度" />
      <Counts job={job} />
      <p className="soft">可以离开这一页，导入会继续；回到“文件导入”即可看到结果。</p>
      {deed.problem && <ProblemNote problem={deed.problem} />}
      <div className="tools">
        <Button danger disabled={job.cancelAsked} loading={deed.isRunning} onClick={cancel}>
          {job.cancelAsked ? '正在取消' : '取消导入'}
        </Button>
        <span className="soft">取消之前已经入库的保留。</span>
      </div>
    </div>
  );
}

function Counts({ job }: { readonly job: ImportLine }) {
  const figures = [
    ['入库', job.stored],
    ['重复', job.duplicate],
    ['出错', job.refused],
    ['新预警', job.raised],
    ['预警升级', job.upgraded],
  ] as const;
  return (
    <div className="intake-counts">
      {figures.map(([name, count]) => (
        <div key={name}>
          <span className="soft">{name}</span>
          <b>{count.toLocaleString('en')}</b>
        </div>
      ))}
    </div>
  );
}

interface ResultProps {
  readonly job: ImportLine;
  readonly facts: ImportList;
  readonly open: (id: string) => void;
}

/** What became of the rows; those with errors can be had, put right and handed in again. */
function Result({ job, facts, open }: ResultProps) {
  const { word } = STATES[job.state];
  return (
    <div className="intake-box">
      <Alert
        showIcon
        type={job.state === 'done' ? (job.refused > 0 ? 'warning' : 'success') : 'error'}
        title={`“${job.fileName}”${word}`}
        description={job.trouble ?? undefined}
      />
      {job.startedAt !== null && <Counts job={job} />}
      {job.duplicate > 0 && (
        <p className="soft">“重复”是内容与已有记录完全相同的行，没有再记一次。</p>
      )}
      {job.refused > 0 && <Corrections job={job} facts={facts} open={open} />}
      <div className="tools">
        <Link to="import">导入另一个文件</Link>
        {job.raised + job.upgraded > 0 && <Link to={NEWEST_ALERTS}>查看预警</Link>}
      </div>
    </div>
  );
}

function Corrections({ job, facts, open }: ResultProps) {
  return (
    <>
      <p>
        有 {job.refused.toLocaleString('en')}{' '}
        行没有入库。下载这些行（每行写明原因和原来的行号），更正后上传即可；
        已经入库的行再传一次也不会重复。没有更正的行留在“死信”里。
      </p>
      <div className="tools">
        <a className="list-save" href={`/api/imports/${job.id}/faults`} download>
          下载出错的行
        </a>
      </div>
      <UploadBox limits={facts.limits} after={job.id} done={(view) => open(view.job.id)} />
    </>
  );
}
