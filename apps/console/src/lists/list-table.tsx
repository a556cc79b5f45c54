import type { ReactNode } from 'react';
import type { Listed } from '../api/listed.js';
import type { Asked } from '../api/use-asked.js';
import { useAddress } from '../address/use-address.js';
import { ProblemNote } from '../shown/problem-note.js';
import { ListHead } from './list-head.js';
import { ListPager } from './list-pager.js';
import type { ListSource } from './list-query.js';
import './list.css';

/** A column of a list on the screen. */
export interface ShownColumn<Row> {
  readonly title: ReactNode;
  /** By which the API sorts; a column without it does not sort. */
  readonly sort?: string;
  readonly className?: string;
  readonly cell: (row: Row) => ReactNode;
}

interface ListTableProps<Row> {
  /** What the list is called, for those who hear it. */
  readonly label: string;
  readonly source: ListSource;
  readonly asked: Asked<Listed<Row>>;
  readonly columns: readonly ShownColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What stands there when nothing is found. */
  readonly empty: string;
  readonly rowClass?: (row: Row) => string;
  /** Called when the keyboard or the mouse enters a row. */
  readonly onEnter?: (row: Row) => void;
  /** Whether it can be saved as a workbook. */
  readonly isSaved?: boolean;
}

/** A list out of the API: sorted by its heads, paged, saved as a workbook; all of its state in the address. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { label, source, asked, columns, isSaved = true } = props;
  const { query } = useAddress();
  const { data, problem, isAsking, again } = asked;
  return (
    <div className="list-box">
      {problem && <ProblemNote problem={problem} again={again} />}
      <div className="list-scroll">
        <table className="list" aria-label={label} aria-busy={isAsking}>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <ListHead key={at} column={column} source={source} query={query} />
              ))}
            </tr>
          </thead>
          <tbody>
            {data?.rows.map((row) => (
              <ListRow key={props.keyOf(row)} row={row} {...props} />
            ))}
            {(data?.rows.length ?? 0) === 0 && (
              <tr className="list-none">
                <td colSpan={columns.length}>{wordsWithout(asked, props.empty)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <ListPager source={source} data={data} isSaved={isSaved} />
    </div>
  );
}

function ListRow<Row>({
  row,
  columns,
  rowClass,
  onEnter,
}: ListTableProps<Row> & { readonly row: Row }) {
  return (
    <tr
      className={rowClass?.(row)}
      onMouseEnter={() => onEnter?.(row)}
      onFocus={() => onEnter?.(row)}
    >
      {columns.map(({ className, cell }, at) => (
        <td key={at} className={className}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** That it is still being read, or could not be, is not that there is none. */
function wordsWithout({ data, problem }: Asked<unknown>, empty: string): string {
  if (data) return empty;
  return problem ? '没有读到' : '正在读取……';
}
