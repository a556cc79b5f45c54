import { useEffect, useRef, useState } from 'react';
import { Alert, Button, Checkbox } from 'antd';
import { tell } from '../api/ask.js';
import type { ImportPlan, ImportView, SourceChoice } from '../api/intake.js';
import { FEED_WORDS } from '../shown/words.js';
import { useMay, useSeesCity } from '../shell/session-context.js';
import { chinaDay, chinaTime } from '../shown/china-time.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed, type Deed } from '../shown/use-deed.js';
import { encodingWord, KINDS, startWords } from './import-words.js';
import { MappingTable } from './mapping-table.js';
import { PreviewTable } from './preview-table.js';

interface PlanStepProps {
  readonly view: ImportView;
  readonly plan: ImportPlan;
  readonly sources: readonly SourceChoice[];
  readonly show: (view: ImportView) => void;
}

/** What is changed about how the file is read. */
interface ReadingChange {
  readonly source?: string | null;
  readonly sheet?: string | null;
  readonly headerRow?: number | null;
  /** All of them anew. */
  readonly choices?: Readonly<Record<string, string>>;
  /** One more, beside those made before. */
  readonly choice?: Readonly<Record<string, string>>;
  readonly occurredOn?: string;
}

/** How a file will be read, to be put right before anything goes in. */
export function PlanStep({ view, plan, sources, show }: PlanStepProps) {
  const { job } = view;
  const [keeps, setKeeps] = useState(true);
  const deed = useDeed();
  const read = useReading(job, deed, show);
  const step = (name: 'start' | 'cancel', body: object): void =>
    void deed.run(async () => show(await tell<ImportView>(`imports/${job.id}/${name}`, body)));
  const isChanged = plan.columns.some(({ code, guess }) => code !== guess);
  return (
    <div className="intake-box" aria-busy={deed.isRunning}>
      <p>
        {KINDS[plan.kind]}
        {plan.encoding !== null && `，编码 ${encodingWord(plan.encoding)}`}，共{' '}
        {job.total.toLocaleString('en')} 行数据
        {plan.rows[0] && `，数据从第 ${String(plan.rows[0].row)} 行开始`}
        {plan.fit !== null && `；列名相符程度 ${String(Math.round(plan.fit * 100))}%`}
      </p>
      <ReadingLine {...{ view, plan, sources, read }} />
      <KeptNote plan={plan} read={read} />
      {plan.isEnvelopes && <p className="soft">每行都写明了自己的来源，按各行自己的来源导入。</p>}
      {plan.columns.length > 0 && (
        <MappingTable plan={plan} choose={(header, code) => read({ choice: { [header]: code } })} />
      )}
      <h2>前 {plan.rows.length} 行读出来的样子</h2>
      <PreviewTable plan={plan} />
      {plan.flaw !== null && <Alert type="warning" showIcon title={plan.flaw} />}
      {deed.problem && <ProblemNote problem={deed.problem} />}
      <div className="tools">
        <Button
          type="primary"
          disabled={plan.flaw !== null}
          loading={deed.isRunning}
          onClick={() => step('start', { keepsMapping: keeps && isChanged })}
        >
          {startWords(job.total, plan.rows)}
        </Button>
        <Button onClick={() => step('cancel', {})}>不导入，删除文件</Button>
        {isChanged && (
          <Checkbox checked={keeps} onChange={({ target }) => setKeeps(target.checked)}>
            记住这些去处，下次用于同一来源
          </Checkbox>
        )}
      </div>
    </div>
  );
}

/** Reads the file in another way. */
function useReading(
  job: ImportView['job'],
  deed: Deed,
  show: (view: ImportView) => void,
): (change: ReadingChange) => void {
  const latest = useRef(job.reading);
  useEffect(() => {
    latest.current = job.reading;
  });
  // Each change is made to what the ones before it came to, however quickly they follow one another.
  return (change) =>
    void deed.run(async () => {
      const { source, sheet, headerRow, choices } = latest.current;
      const { choice, ...rest } = change;
      const chosen = choice === undefined ? choices : { ...choices, ...choice };
      const wish = { source, sheet, headerRow, choices: chosen, occurredOn: null, ...rest };
      const answer = await tell<ImportView>(`imports/${job.id}/reading`, wish);
      latest.current = answer.job.reading;
      show(answer);
    });
}

interface ReadingLineProps {
  readonly view: ImportView;
  readonly plan: ImportPlan;
  readonly sources: readonly SourceChoice[];
  readonly read: (change: ReadingChange) => void;
}

function ReadingLine({ view: { job }, plan, sources, read }: ReadingLineProps) {
  const { sheet, sheets, headerRow, occurredAt } = job.reading;
  return (
    <div className="intake-line">
      {!plan.isEnvelopes && (
        <label>
          来源
          <select
            value={plan.source?.name ?? ''}
            onChange={({ target }) => read({ source: target.value, choices: {} })}
          >
            {plan.source === null && <option value="">请选择</option>}
            {sources.map(({ name, title, feed }) => (
              <option key={name} value={name}>
                {title}（{FEED_WORDS[feed]}）
              </option>
            ))}
          </select>
        </label>
      )}
      {sheets.length > 1 && (
        <label>
          工作表
          <select
            value={sheet ?? ''}
            onChange={({ target }) => read({ sheet: target.value === '' ? null : target.value })}
          >
            <option value="">全部</option>
            {sheets.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {(plan.kind === 'csv' || plan.kind === 'xlsx') && (
        <HeaderRow key={headerRow ?? 0} headerRow={headerRow} read={read} />
      )}
      {plan.needsDate && (
        <label>
          表里没有日期，都算作
          <input
            type="date"
            value={chinaDay(occurredAt)}
            onChange={({ target }) => target.value !== '' && read({ occurredOn: target.value })}
          />
        </label>
      )}
    </div>
  );
}

interface HeaderRowProps {
  readonly headerRow: number | null;
  readonly read: (change: ReadingChange) => void;
}

/** The row of the header is found by itself; whoever knows better says so. */
function HeaderRow({ headerRow, read }: HeaderRowProps) {
  return (
    <label>
      表头在第几行
      <input
        type="number"
        min={1}
        max={1000}
        placeholder="自动"
        defaultValue={headerRow ?? undefined}
        onBlur={({ target }) => {
          const row = target.value === '' ? null : Number(target.value);
          if (row !== headerRow) read({ headerRow: row });
        }}
      />
    </label>
  );
}

/** That a mapping kept by somebody holds, and the way back to the configuration. */
function KeptNote({ plan: { kept, source }, read }: Pick<ReadingLineProps, 'plan' | 'read'>) {
  const may = useMay();
  const isCity = useSeesCity();
  if (kept === null || source === null) return null;
  const forget = async (): Promise<void> => {
    await tell(`sources/${source.name}/mapping/removal`);
    read({ choices: {} });
  };
  return (
    <p className="soft">
      已套用 {kept.by} 于 {chinaTime(kept.at)} 为这个来源保存的列对照，优先于随附的列对照。{' '}
      {may('imports.run') && isCity && (
        <Button size="small" onClick={() => void forget()}>
          不再使用
        </Button>
      )}
    </p>
  );
}
