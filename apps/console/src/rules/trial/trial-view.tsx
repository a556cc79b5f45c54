import type { Element } from '../../api/codes.js';
import { Link } from '../../address/link.js';
import type { Trial, TrialSignal } from '../../api/trial.js';
import { MarkedText, MarkLegend } from '../../marked/marked-text.js';
import { TierMark } from '../../shown/tier-mark.js';
import { TIER_NAMES } from '../../shown/tier.js';
import { DIMENSION_WORDS, ELEMENT_WORDS } from '../../shown/words.js';
import type { AnyTier } from '../../api/rules.js';
import { DimensionBars } from '../../shown/dimension-bars.js';

const ENGINES: Readonly<Record<TrialSignal['engine'], string>> = {
  ...{ keywords: '词语', numbers: '数字', rules: '规则', classifier: '分类' },
};
const UNSURE = 0.9;

/** The complete assessment of a text under one edition. */
export function TrialView({ trial, title }: { readonly trial: Trial; readonly title: string }) {
  const { score, tier, next, texts } = trial;
  const spans = texts.flatMap((text) => text.spans);
  return (
    <section className="rules-part rules-trial" aria-label={title}>
      <h2>{title}</h2>
      <p className="rules-score">
        <TierMark tier={tier} /> <b>{score}</b> 分
        {next && (
          <span className="soft">
            {'　'}距{TIER_NAMES[next.tier as AnyTier]}（{next.from} 分起）还差 {next.points} 分
          </span>
        )}
      </p>
      {texts.map(({ field, label, text, spans: marked }) => (
        <div key={field}>
          <h3>{label}</h3>
          <MarkedText text={text} spans={marked} />
        </div>
      ))}
      <MarkLegend spans={spans} />
      <Signals signals={trial.signals} />
      <Hits trial={trial} />
      <Yields trial={trial} />
      <NearMisses trial={trial} />
      <Dimensions trial={trial} />
    </section>
  );
}

function Signals({ signals }: { readonly signals: readonly TrialSignal[] }) {
  return (
    <>
      <h3>理由（{signals.filter(({ counts }) => counts).length} 条计分）</h3>
      {signals.length === 0 && <p className="soft">没有找到可疑之处。</p>}
      <ul className="rules-reasons">
        {signals.map(({ engine, code, title, dimension, weight, because, counts }, at) => (
          <li key={at} className={counts ? '' : 'off'}>
            <span className="rules-tag">{ENGINES[engine]}</span>
            <span>
              {engine === 'rules' ? <Link to={`rules/${code}`}>{title}</Link> : <b>{title}</b>}
              <span className="soft">
                {'　'}
                {DIMENSION_WORDS[dimension]} {counts ? `${String(weight)} 分` : '不计分'}
              </span>
              <span className="rules-line">{because}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Hits({ trial: { hits } }: { readonly trial: Trial }) {
  if (hits.length === 0) return null;
  return (
    <>
      <h3>出现的词语（{hits.length}）</h3>
      <ul className="rules-hits">
        {hits.map(({ code, title, term, quote, transforms, confidence, suppressed }, at) => (
          <li key={at} className={suppressed === null ? '' : 'off'}>
            <b>{term}</b> <Link to={`lexicon?list=${encodeURIComponent(code)}`}>{title}</Link>
            {transforms.length > 0 && `　原文“${quote}”，还原：${transforms.join('、')}`}
            {confidence < UNSURE && `　把握 ${String(Math.round(confidence * 100))}%`}
            {suppressed !== null && `　处于${suppressed}，不计分`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Yields({ trial: { yields } }: { readonly trial: Trial }) {
  if (yields.length === 0) return null;
  return (
    <>
      <h3>数字诱饵</h3>
      <ul className="rules-hits">
        {yields.map(({ kind, percent, because, quote, suppressed }, at) => (
          <li key={at} className={suppressed === null ? '' : 'off'}>
            <b>{quote}</b> {kind === 'return' ? '许诺收益' : '贷款价格'}折合年化 {percent}%：
            {because}
            {suppressed !== null && `　处于${suppressed}，不计分`}
          </li>
        ))}
      </ul>
    </>
  );
}

function NearMisses({ trial: { near } }: { readonly trial: Trial }) {
  if (near.length === 0) return null;
  return (
    <>
      <h3>差一点触发的规则</h3>
      <ul className="rules-hits">
        {near.map(({ rule, title, held, lacks, score }) => (
          <li key={rule}>
            <Link to={`rules/${rule}`}>{title}</Link>　已有：{held.join('；')}　缺：
            {lacks.join('；')}
            <span className="soft">　如触发，{score} 分</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Dimensions({ trial }: { readonly trial: Trial }) {
  const { dimensions, elements, categories, names } = trial;
  const held = (Object.keys(elements) as Element[]).filter((element) => elements[element]);
  return (
    <>
      <h3>五个维度</h3>
      <DimensionBars dimensions={dimensions} digits={1} />
      <p>
        要件：{held.map((element) => ELEMENT_WORDS[element]).join('、') || '没有'}　类型近似：
        {categories
          .slice(0, 3)
          .map(({ name, probability }) => `${name} ${String(Math.round(probability * 100))}%`)
          .join('、') || '无'}
        {'　'}点名主体：{names.join('、') || '没有'}
      </p>
    </>
  );
}
