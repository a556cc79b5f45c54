import { useEffect, useRef } from 'react';
import { Alert, Button } from 'antd';
import { Link } from '../address/link.js';
import type { EntryAnswer } from '../api/intake.js';
import { useMay } from '../shell/session-context.js';
import { chinaTime } from '../shown/china-time.js';
import { Facts } from '../shown/facts.js';
import { MarkedText } from './marked-text.js';
import { TierMark } from '../shown/tier-mark.js';

const TEXTS = [
  ['title', '标题'],
  ['text', '内容'],
  ['imageText', '图片文字'],
  ['businessScope', '经营范围'],
] as const;

interface EntryOutcomeProps {
  readonly answer: EntryAnswer;
  readonly again: () => void;
}

/** What became of an entry: its number, whom it is about, how it was judged and why, and the alerts beside it. */
export function EntryOutcome({ answer, again }: EntryOutcomeProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="intake-outcome">
      <OutcomeWords answer={answer} />
      <Facts
        lines={[
          ['编号', <code key="number">{answer.sourceId}</code>],
          ['收到', chinaTime(answer.receivedAt)],
          ['举报人', answer.reporterKept ? '已进保险箱，不再显示' : '没有留下身份'],
          ['指向', <Entities key="entities" answer={answer} />],
          ['预警', <Alerts key="alerts" answer={answer} />],
          ['评估', <Verdict key="verdict" answer={answer} />],
        ]}
      />
      <Reasons answer={answer} />
      <div className="tools">
        <Button type="primary" ref={button} onClick={again}>
          再录一条
        </Button>
      </div>
    </div>
  );
}

function OutcomeWords({ answer }: { readonly answer: EntryAnswer }) {
  if (answer.outcome === 'duplicate')
    return (
      <Alert
        type="warning"
        showIcon
        title="重复：已收到过"
        description="同样的内容已经在库里，没有再记一次。以下是原来那一条的结果。"
      />
    );
  return <Alert type="success" showIcon title="已收到并评估" />;
}

function Entities({ answer: { entities, outOfSight } }: { readonly answer: EntryAnswer }) {
  const may = useMay();
  return (
    <ul>
      {entities.map(({ id, name, uscc, provisional, because, tier }) => (
        <li key={id}>
          {may('alerts.read') ? <Link to={`entities/${id}`}>{name}</Link> : name}
          {uscc !== null && <code> {uscc}</code>} <TierMark tier={tier} />{' '}
          <span className="soft">
            {because}
            {provisional && '；暂定主体，待登记信息确认'}
          </span>
        </li>
      ))}
      {entities.length === 0 && outOfSight === 0 && <li>没有认出所指的单位或个人</li>}
      {outOfSight > 0 && <li className="soft">另有 {outOfSight} 项不在您的可见范围</li>}
    </ul>
  );
}

function Alerts({ answer: { alerts } }: { readonly answer: EntryAnswer }) {
  if (alerts.length === 0) return <span className="soft">没有产生预警</span>;
  return (
    <ul>
      {alerts.map(({ id, entityName, tier, isByPerson, raisedAt }) => (
        <li key={id}>
          <TierMark tier={tier} isByPerson={isByPerson} />{' '}
          <Link to={`alerts/${id}`}>
            预警 {id} {entityName}
          </Link>{' '}
          <span className="soft">{chinaTime(raisedAt)}</span>
        </li>
      ))}
    </ul>
  );
}

function Verdict({ answer: { assessment } }: { readonly answer: EntryAnswer }) {
  if (!assessment) return <span className="soft">没有评估</span>;
  const { score, tier, category } = assessment;
  return (
    <>
      本条 {score.toFixed(1)} 分 <TierMark tier={tier} />
      {category && `，最像${category.name}（${(category.probability * 100).toFixed(0)}%）`}
      <span className="soft">　评估只是线索，不是结论</span>
    </>
  );
}

function Reasons({ answer: { assessment, payload } }: { readonly answer: EntryAnswer }) {
  const signals = assessment?.signals ?? [];
  const texts = TEXTS.filter(([field]) => (payload[field] ?? '') !== '');
  return (
    <section className="intake-reasons">
      <h2>命中</h2>
      {texts.map(([field, title]) => (
        <div key={field}>
          <span className="soft">{title}</span>
          <MarkedText text={payload[field] ?? ''} field={field} signals={signals} />
        </div>
      ))}
      <ul>
        {signals.map(({ because, weight, suppressed }, at) => (
          <li key={at}>
            {suppressed === null ? `＋${weight.toFixed(1)}　${because}` : <s>{because}</s>}
            {suppressed !== null && <span className="soft">　不计：{suppressed}</span>}
          </li>
        ))}
        {signals.length === 0 && <li className="soft">没有命中任何规则或词语</li>}
      </ul>
    </section>
  );
}
