import { ask } from '../api/ask.js';
import { lastingWords } from './idleness.js';
import { useIdleness } from './use-idleness.js';

/** Says that all of this is invented. */
export function DemonstrationBar() {
  return (
    <p className="bar" role="note">
      演示登录：所见为虚构的样例数据，清除样例后此登录随之消失。
    </p>
  );
}

/** Says, before the login ends for want of a sign of life, that it will; quiet as long as it will not. */
export function IdleBar({ idleSeconds }: { readonly idleSeconds: number }) {
  const idleness = useIdleness(idleSeconds);
  if (idleness.kind === 'awake') return null;
  const goOn = (): void => void ask('session').catch(() => undefined);
  return (
    <div className="bar idle" role="alert">
      <span>
        {idleness.kind === 'over'
          ? '长时间没有操作，登录已经结束。'
          : '长时间没有操作，为安全起见即将自动退出，没有提交的内容会丢失。'}
      </span>
      {/* Read out once, not at every second. */}
      {idleness.kind === 'drowsy' && (
        <span aria-hidden="true">还有 {lastingWords(idleness.left)}。</span>
      )}
      <button type="button" onClick={goOn}>
        继续
      </button>
    </div>
  );
}
