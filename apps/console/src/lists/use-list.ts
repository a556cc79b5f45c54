import type { Listed } from '../api/listed.js';
import { useAsked, type Asked } from '../api/use-asked.js';
import { useAddress } from '../address/use-address.js';
import { pagePath, type ListSource } from './list-query.js';

/** The page of a list that the address shows. */
export function useList<Row>(source: ListSource): Asked<Listed<Row>> {
  const { query } = useAddress();
  return useAsked<Listed<Row>>(pagePath(source, query));
}
