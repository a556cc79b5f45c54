import { Link } from '../address/link.js';
import { useMay } from '../shell/session-context.js';

interface LettersLinkProps {
  /** An address of the screen of dead letters. */
  readonly to: string;
  readonly count: number;
}

/** How many dead letters, with the way to them for who may read them. */
export function LettersLink({ to, count }: LettersLinkProps) {
  const may = useMay();
  const shown = count.toLocaleString('en');
  return count > 0 && may('dead-letters.read') ? <Link to={to}>{shown}</Link> : <>{shown}</>;
}
