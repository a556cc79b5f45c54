import { Link } from '../address/link.js';
import { useMay } from '../shell/session-context.js';

/** Leads whoever may ask from a record to the request for its reporter. */
export function AskReporter({ recordId }: { readonly recordId: string }) {
  const may = useMay();
  if (!may('vault.request')) return null;
  return <Link to={`vault?records=${recordId}`}>申请查看举报人</Link>;
}
