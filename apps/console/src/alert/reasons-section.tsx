import { useAddress } from '../address/use-address.js';
import { useMay } from '../shell/session-context.js';
import type { Reason, WholeAlert } from '../api/alert.js';
import { Section } from './section.js';
import { showSection } from './show-section.js';
import { DIMENSION_WORDS, ELEMENT_WORDS, wordOf } from '../shown/words.js';
import { ENGINES } from './words.js';

const FIRST = 8;

/** Why it was raised, the strongest reason first, each with what the law says and where to read it. */
export function ReasonsSection({ whole }: { readonly whole: WholeAlert }) {
  const { reasons, index } = whole;
  const rest = reasons.slice(FIRST);
  return (
    <Section id="reasons" title="预警理由" aside={`${String(reasons.length)} 条，强的在前`}>
      {index.suppressed && (
        <p className="alert-quiet">
          已登记的持牌机构“{index.suppressed.entry}”（{index.suppressed.owner}负责，有效至{' '}
          {index.suppressed.until}，{index.suppressed.reason}）：{index.suppressed.signals}{' '}
          种信号不计；如计入为 {index.suppressed.scoreWithout.toFixed(1)} 分
        </p>
      )}
      <ol className="alert-reasons-list">
        {reasons.slice(0, FIRST).map((reason) => (
          <ReasonLine key={reason.code} reason={reason} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details>
          <summary>其余 {rest.length} 条较弱的理由</summary>
          <ol className="alert-reasons-list" start={FIRST + 1}>
            {rest.map((reason) => (
              <ReasonLine key={reason.code} reason={reason} />
            ))}
          </ol>
        </details>
      )}
    </Section>
  );
}

function ReasonLine({ reason }: { readonly reason: Reason }) {
  const { code, title, engine, bases, elements, dimension, points, because, times, quote } = reason;
  const may = useMay();
  const { change } = useAddress();
  const read = (): void => {
    change({ code, after: null });
    showSection('evidence');
  };
  return (
    <li>
      <p>
        <b>{title}</b>　<span className="alert-points">{points.toFixed(1)} 分</span>
        <span className="soft">
          {'　'}
          {wordOf(DIMENSION_WORDS, dimension)}
          {elements.length > 0 &&
            `　触及${elements.map((one) => wordOf(ELEMENT_WORDS, one)).join('、')}`}
          {'　'}
          {wordOf(ENGINES, engine)}
        </span>
      </p>
      <p>
        {because}
        {quote !== undefined && <q>{quote}</q>}
      </p>
      <p className="soft">
        {bases.length > 0 && `依据：${bases.join('；')}　`}
        {times} 条记录
        {may('records.read') && (
          <button type="button" className="alert-link" onClick={read}>
            看原文
          </button>
        )}
      </p>
    </li>
  );
}
