import { Button } from 'antd';
import { useAddress } from '../address/use-address.js';
import type { Listed } from '../api/listed.js';
import { exportHref, totalWords, type ListSource } from './list-query.js';

interface ListPagerProps {
  readonly source: ListSource;
  readonly data: Listed<unknown> | null;
  readonly isSaved: boolean;
}

/** How many there are, the next page, and the whole as a workbook. */
export function ListPager({ source, data, isSaved }: ListPagerProps) {
  const { query, change } = useAddress();
  if (!data) return null;
  const { next, total } = data;
  return (
    <div className="pager">
      <span role="status">{totalWords(total)}</span>
      {query.has('after') && <Button onClick={() => change({ after: null })}>回到首页</Button>}
      {next !== null && <Button onClick={() => change({ after: next })}>下一页</Button>}
      {isSaved && total > 0 && (
        <a className="list-save" href={exportHref(source, query)} download>
          导出 XLSX
        </a>
      )}
    </div>
  );
}
