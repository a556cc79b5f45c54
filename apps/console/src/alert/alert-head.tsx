import type { WholeAlert } from '../api/alert.js';
import { Link } from '../address/link.js';
import { chinaDay, chinaTime } from '../shown/china-time.js';
import { TierMark } from '../shown/tier-mark.js';
import { TIER_NAMES } from '../shown/tier.js';
import { SCHEME_WORDS, STAGE_WORDS, wordOf } from '../shown/words.js';
import { HUSH_CAUSES } from './words.js';

/** What it is, how grave by the model and by people, how far, and who leads. */
export function AlertHead({ whole }: { readonly whole: WholeAlert }) {
  const { alert, index, regionName, leads, units, entity, assignees } = whole;
  const tier = alert.personTier ?? alert.tier;
  const names = leads.map((lead) => units.find(({ code }) => code === lead)?.name ?? lead);
  return (
    <header className="alert-head">
      {alert.sample && <p className="alert-sample">本件为样例，单位和人员均为虚构。</p>}
      <div className="alert-title">
        <TierMark tier={tier} isByPerson={alert.personTier !== null} />
        <span className="alert-stage">{wordOf(STAGE_WORDS, alert.stage)}</span>
        <h1>{alert.entityName}</h1>
      </div>
      {alert.person && (
        <p className="alert-two">
          模型：{wordOf(TIER_NAMES, alert.tier)}　人工：{wordOf(TIER_NAMES, alert.person.tier)}（
          {alert.person.by}，{chinaDay(alert.person.at)}，{alert.person.because}）
        </p>
      )}
      <p>
        <b>疑似{wordOf(SCHEME_WORDS, index.scheme)}</b>　风险指数 <b>{index.score.toFixed(1)}</b>
        <span className="soft">（线索，不是认定）</span>　{regionName}
        {'　'}
        {alert.uscc === null ? '统一社会信用代码未知' : `统一社会信用代码 ${alert.uscc}`}
        {entity.establishedOn !== null && `　成立 ${entity.establishedOn}`}
      </p>
      <p className="soft">
        主办：{names.join('、') || '尚无'}　经办人：
        {assignees.map(({ person }) => person).join('、') || '尚未指定'}　首次预警{' '}
        {chinaTime(alert.raisedAt)}　最近变动 {chinaTime(alert.changedAt)}　预警编号 {alert.id}
        {entity.address !== null && `　${entity.address}`}
      </p>
      <Quiet whole={whole} />
    </header>
  );
}

/** Why nobody hears of it now: it lives on in another one, or it is held back. */
function Quiet({ whole: { life } }: { readonly whole: WholeAlert }) {
  const { mergedInto, hush } = life;
  return (
    <>
      {mergedInto !== null && (
        <p className="alert-quiet">
          已并入<Link to={`alerts/${mergedInto}`}>预警 {mergedInto}</Link>，在那一件上处理。
        </p>
      )}
      {hush && (
        <p className="alert-quiet">
          暂不通知（{wordOf(HUSH_CAUSES, hush.cause)}）：{hush.because}（{chinaTime(hush.since)}{' '}
          起；原因消失后按当时情况补发）
        </p>
      )}
    </>
  );
}
