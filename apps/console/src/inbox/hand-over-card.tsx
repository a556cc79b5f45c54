import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '../address/link.js';
import { tell } from '../api/ask.js';
import type { HandOverFacts, SaidFigure } from '../api/inbox.js';
import { useAsked } from '../api/use-asked.js';
import { ANSWER_WORDS, LOCAL_DEFAULT } from '../shown/words.js';
import { ReasonDialog } from '../shown/reason-dialog.js';
import { sizeWords } from '../shown/size-words.js';
import { useMay } from '../shell/session-context.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { DueIn, When } from '../shown/when.js';
import { ReceiptForm } from './receipt-form.js';

interface HandOverCardProps {
  readonly id: string;
  /** What lies around may have changed, too. */
  readonly changed: () => Promise<void>;
}

/** What was handed over to public security, its papers, and what it answered. */
export function HandOverCard({ id, changed }: HandOverCardProps) {
  const { data, problem, again } = useAsked<HandOverFacts>(`handovers/${id}`);
  if (!data) return problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />;
  const done = async (): Promise<void> => {
    await Promise.all([again(), changed()]);
  };
  const { facts, follows, dueAt, alertId, taken, receipts } = data;
  return (
    <section className="desk-card">
      <header>
        <h2>移送公安：{facts.entity.name}</h2>
        {receipts.length === 0 && <DueIn at={dueAt} />}
      </header>
      <Facts
        lines={[
          ['预警', <Link to={`alerts/${alertId}`}>预警 {alertId}</Link>],
          ['移送', `${facts.from.name} → ${facts.to.name}`],
          ['文号', facts.number ?? '函未编号'],
          ['时间', <When at={facts.at} />],
          ['事由', `${facts.because}（${facts.by}，批准：${facts.approver}）`],
          ['经办', facts.officers.join('、')],
          ['补充移送', follows === null ? null : `补充移送 ${follows}`],
          ['涉及金额', figureWords(facts.amount, '元')],
          ['涉及人数', figureWords(facts.people, '人')],
          ['直接损失', figureWords(facts.losses, '元')],
          ['材料', <PackageLink handOver={data} />],
          ['回执时限', <Deadline at={dueAt} />],
          ['签收', taken === null ? '尚未签收材料' : <Signed {...taken} />],
        ]}
      />
      <Receipts handOver={data} />
      <HandOverActs handOver={data} done={done} />
    </section>
  );
}

const figureWords = ({ value, source }: SaidFigure, unit: string): string =>
  value === null
    ? '不明'
    : `${value.toLocaleString('zh-CN')} ${unit}${source === 'complaints' ? '（投诉所称，未经核实）' : ''}`;

function PackageLink({ handOver }: { readonly handOver: HandOverFacts }) {
  const { name, size, sm3 } = handOver.package;
  return (
    <>
      <a href={`/api/handovers/${handOver.id}/package`} download>
        {name}
      </a>
      （{sizeWords(size)}）<span className="desk-sub">SM3 {sm3}</span>
    </>
  );
}

const Deadline = ({ at }: { readonly at: string }) => (
  <>
    <When at={at} />（{LOCAL_DEFAULT}）
  </>
);

const Signed = ({ at, by, because }: { at: string; by: string; because: string }) => (
  <>
    <When at={at} /> {by}：{because}
  </>
);

function Receipts({ handOver: { receipts } }: { readonly handOver: HandOverFacts }) {
  if (receipts.length === 0) return null;
  return (
    <ul className="desk-log" aria-label="回执">
      {receipts.map(({ id, answer, number, receivedOn, by, because, at }) => (
        <li key={id}>
          <strong>{ANSWER_WORDS[answer]}</strong>
          {number === null ? '' : `（${number}）`}，{receivedOn}：{because}
          <span className="desk-sub">
            <When at={at} /> {by}登记
          </span>
        </li>
      ))}
    </ul>
  );
}

interface HandOverActsProps {
  readonly handOver: HandOverFacts;
  readonly done: () => Promise<void>;
}

/** Taking the papers in, and answering: filed, declined with a reason, or more papers wanted. */
function HandOverActs({ handOver, done }: HandOverActsProps) {
  const may = useMay();
  const [opened, open] = useState<'take' | 'answer' | null>(null);
  if (!may('handovers.answer')) return null;
  const { id, taken, receipts } = handOver;
  const isTakeable = taken === null && receipts.length === 0;
  return (
    <div className="desk-acts">
      {isTakeable && (
        <Button type="primary" onClick={() => open('take')}>
          签收材料
        </Button>
      )}
      <Button type={isTakeable ? 'default' : 'primary'} onClick={() => open('answer')}>
        登记回执
      </Button>
      {opened === 'take' && (
        <ReasonDialog
          title={`签收移送 ${id} 的材料`}
          okText="签收"
          means="只表示收到材料；立案、不予立案或者要求补充材料另行回执。"
          label="签收情况"
          placeholder="如：材料齐全，共 12 份"
          send={(because) => tell(`handovers/${id}/taking-in`, { because })}
          done={done}
          close={() => open(null)}
        />
      )}
      {opened === 'answer' && (
        <ReceiptForm handOver={handOver} done={done} close={() => open(null)} />
      )}
    </div>
  );
}
