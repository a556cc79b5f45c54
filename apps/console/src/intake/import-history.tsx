import type { ImportLine } from '../api/intake.js';
import { Link } from '../address/link.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { percentOf, resultWords, STATES } from './import-words.js';

/** One's own imports of the last days. */
export function ImportHistory({ jobs }: { readonly jobs: readonly ImportLine[] }) {
  if (jobs.length === 0) return <p className="soft">最近没有导入过文件</p>;
  return (
    <div className="intake-scroll" tabIndex={0} role="region" aria-label="我最近的导入">
      <table className="intake-table">
        <thead>
          <tr>
            <th scope="col">上传</th>
            <th scope="col">文件</th>
            <th scope="col">状态</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <td>
                <When at={job.madeAt} />
              </td>
              <td title={job.fileName}>
                <Link to={`import?job=${job.id}`}>{job.fileName}</Link>
              </td>
              <td>
                <Mark standing={STATES[job.state].standing}>{STATES[job.state].word}</Mark>
              </td>
              <td>{stateWords(job)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stateWords(job: ImportLine): string {
  if (job.state === 'running') return `${String(percentOf(job))}%`;
  return job.startedAt === null ? '' : resultWords(job);
}
