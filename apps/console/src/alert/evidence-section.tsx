import { Button } from 'antd';
import type { WholeAlert } from '../api/alert.js';
import type { Evidence, MarkedRecord } from '../api/alert-evidence.js';
import { useAsked } from '../api/use-asked.js';
import { idIn } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { MarkedText, MarkLegend } from '../marked/marked-text.js';
import { chinaTime } from '../shown/china-time.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { Section } from './section.js';
import { spansOf, toldPlaces } from './spans-of.js';
import { FEED_WORDS, wordOf } from '../shown/words.js';
import { FIELDS } from './words.js';
import { AskReporter } from '../vault/ask-reporter.js';

/** The words on which the alert stands, as they came in, every hit marked; who reported is covered. */
export function EvidenceSection({ whole }: { readonly whole: WholeAlert }) {
  const { query } = useAddress();
  const [code, after] = [query.get('code'), idIn(query, 'after')];
  const { data, problem, again } = useAsked<Evidence>(pathOf(whole.alert.id, code, after));
  const title = whole.reasons.find((reason) => reason.code === code)?.title ?? code;
  return (
    <Section id="evidence" title="来件原文" aside="举报人的信息已遮盖为＊；最能说明问题的在前">
      {title !== null && <OneReason title={title} />}
      {problem && <ProblemNote problem={problem} again={again} />}
      {data ? <Records evidence={data} /> : !problem && <Waiting />}
      {data && <Pages next={data.next} isFirst={after === null} />}
    </Section>
  );
}

function pathOf(id: string, code: string | null, after: string | null): string {
  const asks = new URLSearchParams({
    ...(code === null ? {} : { code }),
    ...(after === null ? {} : { after }),
  }).toString();
  return `alerts/${id}/evidence${asks === '' ? '' : `?${asks}`}`;
}

function OneReason({ title }: { readonly title: string }) {
  const { change } = useAddress();
  return (
    <p>
      只看“{title}”的来件{' '}
      <button
        type="button"
        className="alert-link"
        onClick={() => change({ code: null, after: null })}
      >
        看全部
      </button>
    </p>
  );
}

function Pages({ next, isFirst }: { readonly next: string | null; readonly isFirst: boolean }) {
  const { change } = useAddress();
  if (isFirst && next === null) return null;
  return (
    <p className="pager">
      {!isFirst && <Button onClick={() => change({ after: null })}>回到最前</Button>}
      {next !== null && <Button onClick={() => change({ after: next })}>后面的来件</Button>}
    </p>
  );
}

function Records({ evidence: { records, unseen } }: { readonly evidence: Evidence }) {
  return (
    <>
      {records.length === 0 && <p className="soft">没有可以看的来件。</p>}
      {records.map((record) => (
        <RecordPart key={record.id} record={record} />
      ))}
      {unseen > 0 && <p className="soft">另有 {unseen} 条来件不在您的可见范围内。</p>}
    </>
  );
}

function RecordPart({ record }: { readonly record: MarkedRecord }) {
  const { id, feed, source, sourceId, occurredAt, reporterKept, score, fields, elsewhere } = record;
  const spans = fields.flatMap(({ places }) => spansOf(places));
  const told = fields.flatMap(({ text, places }) => toldPlaces(text, places));
  return (
    <article className="alert-record" aria-label={`记录 ${id}`}>
      <p className="soft">
        <b>{wordOf(FEED_WORDS, feed)}</b>　{chinaTime(occurredAt)}　{source} {sourceId}　单条{' '}
        {score.toFixed(1)} 分　记录 {id}
        {reporterKept && (
          <>
            　举报人信息在保险箱 <AskReporter recordId={id} />
          </>
        )}
      </p>
      {fields.map(({ field, text, places }) => (
        <div key={field} className="alert-field">
          <span className="soft">{wordOf(FIELDS, field)}</span>
          <MarkedText text={text} spans={spansOf(places)} />
        </div>
      ))}
      <MarkLegend spans={spans} />
      {told.length > 0 && (
        <ul className="alert-told">
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {elsewhere.length > 0 && (
        <ul className="alert-told">
          {elsewhere.map(({ code, title, because }) => (
            <li key={code}>
              不在文字里的依据：{title}——{because}
            </li>
          ))}
        </ul>
      )}
      {record.isReadAnew && (
        <p className="soft">
          收到时用的是先前的词库，标记按现行词库重读，可能与当时得分所依的略有不同。
        </p>
      )}
    </article>
  );
}
