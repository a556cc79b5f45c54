import { useState } from 'react';
import { Button, Form, Input } from 'antd';
import { Link } from '../address/link.js';
import { tell } from '../api/ask.js';
import type { TipDetail } from '../api/tips.js';
import { useAsked } from '../api/use-asked.js';
import type { ScreenProps } from '../screen.js';
import { useMay } from '../shell/session-context.js';
import { chinaTime } from '../shown/china-time.js';
import { Facts } from '../shown/facts.js';
import { FormDialog } from '../shown/form-dialog.js';
import { Mark } from '../shown/mark.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';
import { Waiting } from '../shown/waiting.js';
import { partyWords, saidOf, STATE_WORDS } from './tip-words.js';
import './tips.css';
import { sizeWords } from '../shown/size-words.js';
import { AskReporter } from '../vault/ask-reporter.js';

/** One report of a citizen: what was said, its files, and what it led to. */
export default function TipScreen({ places: { id = '' } }: ScreenProps) {
  const { data: tip, problem, again } = useAsked<TipDetail>(`tips/${encodeURIComponent(id)}`);
  const may = useMay();
  const [isReviewing, setReviewing] = useState(false);
  if (!tip) return problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />;
  return (
    <section className="screen">
      <header>
        <h1>公众举报 {tip.id}</h1>
        <div className="tools">
          {may('tips.review') && tip.review === null && (
            <Button onClick={() => setReviewing(true)}>办结</Button>
          )}
        </div>
        <p>
          <Link to="tips">全部公众举报</Link>
        </p>
      </header>
      {problem && <ProblemNote problem={problem} again={again} />}
      <TipFacts tip={tip} />
      <h2>情况说明</h2>
      <p className="tips-text">{saidOf(tip, 'text') ?? '（记录正在入库）'}</p>
      <TipFiles tip={tip} />
      <TipAlerts tip={tip} />
      {isReviewing && <ReviewTip tip={tip} close={() => setReviewing(false)} done={again} />}
    </section>
  );
}

function TipFacts({ tip }: { readonly tip: TipDetail }) {
  const { word, standing } = STATE_WORDS[tip.state];
  const amount = saidOf(tip, 'amount');
  const parties = partyWords(tip);
  return (
    <Facts
      lines={[
        ['来源', '公众举报（网页）'],
        ['收到', chinaTime(tip.receivedAt)],
        ['公众看到', <Mark standing={standing}>{word}</Mark>],
        ['举报人', <ReporterTold tip={tip} />],
        ['被举报', parties.length === 0 ? '没有写明' : parties.join('；')],
        ['属地', tip.regionName],
        ['涉及金额', amount === null ? null : `${Number(amount).toLocaleString('en')} 元`],
        ['涉及人数', saidOf(tip, 'people')],
        ['发生时间', saidOf(tip, 'happenedOn')],
        ['相同的举报', tip.same > 1 ? `共 ${tip.same} 件` : null],
        ['记录编号', tip.recordId],
        [
          '办结',
          tip.review && `${tip.review.by}，${chinaTime(tip.review.at)}：${tip.review.because}`,
        ],
      ]}
    />
  );
}

/** Whether a reporter is known, and how one asks who it is. */
const ReporterTold = ({ tip }: { readonly tip: TipDetail }) => (
  <>
    {reporterWords(tip)}
    {!tip.anonymous && tip.recordId !== null && (
      <>
        　
        <AskReporter recordId={tip.recordId} />
      </>
    )}
  </>
);

function reporterWords({ anonymous, secret }: TipDetail): string {
  if (anonymous) return '匿名';
  const kept = '留有联系方式，在保险箱里，查看须申请并经批准';
  return secret ? `${kept}；要求对承办人员也保密` : kept;
}

function TipFiles({ tip: { id, filesKept } }: { readonly tip: TipDetail }) {
  if (filesKept.length === 0) return null;
  return (
    <>
      <h2>附件</h2>
      <ul>
        {filesKept.map((file) => (
          <li key={file.id}>
            <a href={`/api/tips/${id}/files/${file.id}`} download>
              {file.name}
            </a>
            （{sizeWords(file.size)}，SM3 <code className="tips-digest">{file.sm3}</code>）
          </li>
        ))}
      </ul>
    </>
  );
}

function TipAlerts({ tip: { alerts } }: { readonly tip: TipDetail }) {
  return (
    <>
      <h2>所涉预警</h2>
      {alerts.length === 0 && <p className="soft">没有。不立预警的，核实之后在这里办结。</p>}
      <ul>
        {alerts.map(({ id, entityName }) => (
          <li key={id}>
            <Link to={`alerts/${id}`}>{`${entityName}（预警 ${id}）`}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ReviewTipProps {
  readonly tip: TipDetail;
  readonly close: () => void;
  readonly done: () => Promise<void>;
}

/** Lays a report down, with the reason. */
function ReviewTip({ tip, close, done }: ReviewTipProps) {
  const [form] = Form.useForm<{ readonly because: string }>();
  const deed = useDeed();
  const send = (draft: { readonly because: string }) =>
    deed.run(async () => {
      await tell(`tips/${tip.id}/review`, draft);
      await done();
      close();
    });
  return (
    <FormDialog title={`办结公众举报 ${tip.id}`} okText="办结" {...{ form, deed, close, send }}>
      <p className="soft">办结后举报人凭查询码看到“已核查”。理由只在内部可见，不能修改。</p>
      <Form.Item
        name="because"
        label="怎样核查、为什么办结"
        rules={[{ required: true, min: 5, message: '至少五个字' }]}
      >
        <Input.TextArea rows={4} maxLength={1000} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
