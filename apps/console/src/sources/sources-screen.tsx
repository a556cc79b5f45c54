import { choiceIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import { LedgerTable } from './ledger-table.js';
import { SourceTable } from './source-table.js';
import './sources.css';

const VIEWS = ['state', 'ledger'] as const;
const TITLES = { state: '到达情况', ledger: '逐日对账' } as const;

/** Whether the sources deliver as agreed, and whether the books are right. */
export default function SourcesScreen() {
  const { query } = useAddress();
  const view = choiceIn(query, 'view', VIEWS, 'state');
  return (
    <section className="screen">
      <header>
        <h1>数据来源</h1>
        <nav className="sources-tabs" aria-label="看什么">
          {VIEWS.map((one) => (
            <Link key={one} to={`sources?view=${one}`} isCurrent={one === view}>
              {TITLES[one]}
            </Link>
          ))}
        </nav>
        <p>
          没有数据不等于没有风险：超过约定时间没有数据的来源请联系提供单位。来源和约定由系统管理员登记。
        </p>
      </header>
      {view === 'state' ? <SourceTable /> : <LedgerTable />}
    </section>
  );
}
