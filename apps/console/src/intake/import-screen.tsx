import { idIn } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import type { ImportList } from '../api/intake.js';
import { useAsked } from '../api/use-asked.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { pagePath } from '../lists/list-query.js';
import { ImportHistory, OWN_IMPORTS } from './import-history.js';
import { JobPanel } from './job-panel.js';
import { UploadBox } from './upload-box.js';
import '../lists/list.css';
import './intake.css';

/** Where files are imported: handed in, looked at, put right, followed; each sees the own ones. */
export default function ImportScreen() {
  const { query, change } = useAddress();
  const id = idIn(query, 'job');
  return (
    <section className="screen">
      <header>
        <h1>文件导入</h1>
        <p>
          名单、台账和平台导出的表格在此导入。各列按来源的列对照读取，可以逐列更正；出错的行可以下载、更正后再传。
        </p>
      </header>
      <Desk key={id ?? ''} id={id} open={(job) => change({ job })} />
    </section>
  );
}

interface DeskProps {
  readonly id: string | null;
  readonly open: (id: string) => void;
}

function Desk({ id, open }: DeskProps) {
  const { query } = useAddress();
  const asked = useAsked<ImportList>(pagePath(OWN_IMPORTS, query));
  const { data, problem, again } = asked;
  if (!data) return problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />;
  if (id !== null) return <JobPanel id={id} facts={data} open={open} />;
  return (
    <>
      {data.isRunning && (
        <p role="status">您有一个导入正在进行；同一人同时只进行一个，可以先上传下一个文件核对。</p>
      )}
      <UploadBox limits={data.limits} done={(view) => open(view.job.id)} />
      <h2>我最近的导入</h2>
      <ImportHistory asked={asked} />
    </>
  );
}
