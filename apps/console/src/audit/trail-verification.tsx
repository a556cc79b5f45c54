import { Button } from 'antd';
import { tell } from '../api/ask.js';
import type { VerificationState } from '../api/audit.js';
import { useAsked } from '../api/use-asked.js';
import { useLooking } from '../api/use-looking.js';
import { Mark } from '../shown/mark.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';
import { When } from '../shown/when.js';

const EVERY = 1_000;

/** Verifies the whole trail, and says what came of it. */
export function TrailVerification() {
  const asked = useAsked<VerificationState>('audit/verification');
  const { data, problem, again } = asked;
  const deed = useDeed();
  const isRunning = data?.state === 'running';
  useLooking(asked, isRunning ? EVERY : null);
  const start = () =>
    deed.run(async () => {
      await tell('audit/verification');
      await again();
    });
  const said = deed.problem ?? problem;
  return (
    <div className="audit-verification">
      <Button type="primary" disabled={isRunning || deed.isRunning} onClick={() => void start()}>
        核验整条审计账
      </Button>
      <div role="status">{data && <Verdict state={data} />}</div>
      {said && <ProblemNote problem={said} />}
    </div>
  );
}

function Verdict({ state }: { readonly state: VerificationState }) {
  switch (state.state) {
    case 'never':
      return <span className="soft">本次启动以来还没有核验过</span>;
    case 'running':
      return (
        <span>
          正在核验：{state.done.toLocaleString('en')} 行
          {state.of > 0 && ` / ${state.of.toLocaleString('en')} 行`}
          <progress max={Math.max(1, state.of)} value={state.done} />
        </span>
      );
    case 'failed':
      return <Mark standing="bad">核验没有完成，请再试一次</Mark>;
    case 'done':
      return <Found state={state} />;
  }
}

function Found({ state }: { readonly state: Extract<VerificationState, { state: 'done' }> }) {
  const { size, faults, told, checkpoints } = state.verdict;
  return (
    <>
      <Mark standing={faults === 0 ? 'good' : 'bad'}>
        {faults === 0
          ? `${size.toLocaleString('en')} 行前后相接，没有改动、缺失或错序`
          : `发现 ${faults.toLocaleString('en')} 处不对`}
      </Mark>{' '}
      <span className="soft">
        与数据库外 {checkpoints} 个检查点核对，
        <When at={state.finishedAt} />
      </span>
      {told.length > 0 && (
        <ul className="audit-faults">
          {told.map(({ seq, kind, words }, at) => (
            <li key={`${seq}-${kind}-${String(at)}`}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}
