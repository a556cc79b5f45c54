import { Link } from '../address/link.js';
import { wayBack, type Neighbours } from '../queue/neighbours.js';

interface NeighboursRowProps {
  readonly beside: Neighbours;
  readonly help: () => void;
}

/** The way back to the queue, and to the alerts before and after in it. */
export function NeighboursRow({ beside: { previous, next }, help }: NeighboursRowProps) {
  return (
    <nav className="alert-neighbours" aria-label="队列">
      {(previous ?? next) !== null && <Link to={wayBack()}>← 返回队列</Link>}
      {previous !== null && <Link to={`alerts/${previous}`}>上一件（K）</Link>}
      {next !== null && <Link to={`alerts/${next}`}>下一件（J）</Link>}
      <button type="button" className="alert-link" onClick={help}>
        快捷键（?）
      </button>
    </nav>
  );
}
