import { Button } from 'antd';
import type { LicenceLine, LicenceLines, ListAnswer } from '../api/licensed.js';
import { Mark } from '../shown/mark.js';
import { saveText } from './save-text.js';

interface ListPreviewProps {
  readonly fileName: string;
  readonly kind: string;
  readonly answer: ListAnswer;
  readonly isRunning: boolean;
  readonly take: () => void;
  readonly leave: () => void;
}

/** What a list comes to, before and after it was taken in. */
export function ListPreview(props: ListPreviewProps) {
  const { fileName, kind, answer, isRunning, take, leave } = props;
  const { rows, added, faults, written } = answer;
  return (
    <div className="licensed-preview" aria-busy={isRunning}>
      <p role="status">
        {written ? (
          <Mark standing="good">已登记 {added.total} 家，几秒后生效；原登记另存了备份</Mark>
        ) : (
          <>
            “{fileName}”（{kind}）共 {rows.toLocaleString('en')} 行：新增 {added.total}，在册{' '}
            {answer.known.total}，已终止 {answer.ended.total}，在册而名单上没有{' '}
            {answer.vanished.total}，出错 {faults.length}。还没有写入。
          </>
        )}
      </p>
      {!written && <Columns columns={answer.columns} />}
      <Lines title={written ? '已登记' : '将登记'} end="有效至" found={added} />
      <Lines title="在册，不改动" end="有效至" found={answer.known} />
      <Lines title="名单写明已终止，不登记" end="终止于" found={answer.ended} />
      <Lines
        title="在册而名单上没有：请核对是否仍持牌，由人处理"
        end="有效至"
        found={answer.vanished}
      />
      <Faults fileName={fileName} faults={faults} />
      <div className="tools">
        {!written && (
          <Button type="primary" disabled={added.total === 0} loading={isRunning} onClick={take}>
            登记 {added.total} 家
          </Button>
        )}
        <Button onClick={leave}>{written ? '再导入一份' : '不登记，返回'}</Button>
      </div>
    </div>
  );
}

function Columns({ columns }: Pick<ListAnswer, 'columns'>) {
  return (
    <p className="soft">
      认出的列：
      {columns
        .filter(({ title }) => title !== null)
        .map(({ header, title }) => (header === title ? header : `${header}（${title ?? ''}）`))
        .join('、')}
      。其余各列不用。
    </p>
  );
}

interface LinesProps {
  readonly title: string;
  /** What the day at the end is. */
  readonly end: string;
  readonly found: LicenceLines;
}

function Lines({ title, end, found: { total, lines } }: LinesProps) {
  if (total === 0) return null;
  return (
    <section>
      <h2>
        {title}（{total}）
      </h2>
      <div className="licensed-scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">统一社会信用代码</th>
              <th scope="col">{end}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <Line key={at} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {total > lines.length && <p className="soft">只列出前 {lines.length} 家。</p>}
    </section>
  );
}

const Line = ({ line: { name, uscc, until } }: { readonly line: LicenceLine }) => (
  <tr>
    <td>{name}</td>
    <td>{uscc ?? '没有'}</td>
    <td>{until ?? ''}</td>
  </tr>
);

interface FaultsProps {
  readonly fileName: string;
  readonly faults: readonly string[];
}

function Faults({ fileName, faults }: FaultsProps) {
  if (faults.length === 0) return null;
  return (
    <section>
      <h2>
        <Mark standing="bad">出错，未登记（{faults.length}）</Mark>
      </h2>
      <ul className="licensed-faults">
        {faults.slice(0, 20).map((fault, at) => (
          <li key={at}>{fault}</li>
        ))}
      </ul>
      {faults.length > 20 && <p className="soft">只列出前 20 行，全部请下载。</p>}
      <div>
        <Button
          onClick={() => saveText(`${fileName.replace(/\.[^.]*$/, '')}-需更正的行.txt`, faults)}
        >
          下载出错的行
        </Button>
      </div>
    </section>
  );
}
