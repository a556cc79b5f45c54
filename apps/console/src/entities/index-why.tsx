import type { Reason, RiskIndex } from '../api/entities.js';
import { DIMENSION_WORDS, ELEMENT_WORDS, ELEMENTS } from '../shown/words.js';
import { scoreText } from './entity-words.js';
import { DimensionBars } from '../shown/dimension-bars.js';

/** Why an index is what it is: dimensions, elements, and the reasons with the words that say so. */
export function IndexWhy({ index }: { readonly index: RiskIndex }) {
  const { elements, missing, reasons, suppressed } = index;
  const touched = ELEMENTS.filter((element) => elements[element]).map((e) => ELEMENT_WORDS[e]);
  return (
    <>
      <DimensionBars dimensions={index.dimensions} />
      <p>
        触及要件：{touched.join('、') || '尚无'}
        {missing.length > 0 && <span className="soft">　尚缺信息：{missing.join('、')}</span>}
      </p>
      {suppressed && (
        <p className="entity-note">
          持牌登记“{suppressed.entry}”压制了 {suppressed.signals} 种信号（负责人{suppressed.owner}，
          {suppressed.reason}，至 {suppressed.until}）；如计入为{' '}
          {scoreText(suppressed.scoreWithout)} 分
        </p>
      )}
      {reasons.length === 0 ? (
        <p className="soft">没有计入的理由</p>
      ) : (
        <Reasons reasons={reasons} />
      )}
    </>
  );
}

const FIRST = 10;

/** The strongest reasons at once; the weaker ones on demand. */
function Reasons({ reasons }: Pick<RiskIndex, 'reasons'>) {
  const rest = reasons.slice(FIRST);
  return (
    <>
      <ol className="entity-reasons">
        {reasons.slice(0, FIRST).map((reason, at) => (
          <ReasonItem key={at} reason={reason} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details>
          <summary>其余 {rest.length} 条较弱的理由</summary>
          <ol className="entity-reasons" start={FIRST + 1}>
            {rest.map((reason, at) => (
              <ReasonItem key={at} reason={reason} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function ReasonItem({ reason }: { readonly reason: Reason }) {
  const { because, quote, dimension, points, times } = reason;
  return (
    <li>
      {because}
      {quote !== undefined && <q>{quote}</q>}
      <small>
        {DIMENSION_WORDS[dimension]} {scoreText(points)} 分，{times} 条记录
      </small>
    </li>
  );
}
