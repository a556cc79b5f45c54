import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address.js';
import { orderAt, sortAfterClick, sortIn, type ListSource } from './list-query.js';

interface ListHeadProps {
  readonly column: {
    readonly title: ReactNode;
    readonly sort?: string;
    readonly className?: string;
  };
  readonly source: ListSource;
  readonly query: URLSearchParams;
}

const ARROWS = { ascending: '▲', descending: '▼', none: '' } as const;

/** The head of a column, which sorts where the API can. */
export function ListHead({ column, source, query }: ListHeadProps) {
  const { change } = useAddress();
  const { title, sort, className } = column;
  if (sort === undefined)
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    );
  const current = sortIn(source, query);
  const order = orderAt(current, sort);
  return (
    <th scope="col" className={className} aria-sort={order}>
      <button
        type="button"
        onClick={() => change({ sort: sortAfterClick(current, sort), after: null })}
      >
        {title}
        <i aria-hidden="true">{ARROWS[order]}</i>
      </button>
    </th>
  );
}
