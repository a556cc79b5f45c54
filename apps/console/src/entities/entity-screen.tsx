import { choiceIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { EntityFile } from '../api/entities.js';
import type { EntityHistory } from '../api/entity-parts.js';
import { useAsked } from '../api/use-asked.js';
import type { ScreenProps } from '../screen.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { EntityHead } from './entity-head.js';
import { FactsPart } from './facts-part.js';
import { HistoryPart } from './history-part.js';
import { RecordsPart } from './records-part.js';
import { RelationsPart } from './relations-part.js';
import './entities.css';

const PARTS = ['facts', 'history', 'records', 'relations'] as const;
const PART_NAMES = {
  ...{ facts: '概况和理由', history: '经过和回看', records: '记录', relations: '关联' },
} as const;

/** One entity: what it is, why, how it came to that, what was said of it, and whom it is tied to. */
export default function EntityScreen({ places }: ScreenProps) {
  const id = places['id'] ?? '';
  const file = useAsked<EntityFile>(`entities/${id}`);
  if (!file.data)
    return (
      <section className="screen">
        <header>
          <h1>主体</h1>
        </header>
        {file.problem ? <ProblemNote problem={file.problem} again={file.again} /> : <Waiting />}
        <p>
          <Link to="entities">回到主体列表</Link>
        </p>
      </section>
    );
  return <Shown key={file.data.id} file={file.data} again={file.again} />;
}

interface ShownProps {
  readonly file: EntityFile;
  readonly again: () => Promise<void>;
}

function Shown({ file, again }: ShownProps) {
  const { query } = useAddress();
  const part = choiceIn(query, 'part', PARTS, 'facts');
  const history = useAsked<EntityHistory>(
    part === 'history' ? `entities/${file.id}/history` : null,
  );
  const changed = async (): Promise<void> => {
    await Promise.all([again(), history.again()]);
  };
  return (
    <section className="screen">
      <header>
        <h1>
          {file.name}
          {file.sample && <span className="soft">（样例）</span>}
          {file.provisional && <span className="soft">（暂定主体）</span>}
        </h1>
        <Link to="entities">主体列表</Link>
      </header>
      <EntityHead file={file} changed={changed} />
      <nav className="entity-parts" aria-label="主体的各部分">
        {PARTS.map((one) => (
          <Link
            key={one}
            to={one === 'facts' ? `entities/${file.id}` : `entities/${file.id}?part=${one}`}
            isCurrent={one === part}
          >
            {PART_NAMES[one]}
          </Link>
        ))}
      </nav>
      {part === 'facts' && <FactsPart file={file} />}
      {part === 'history' && <HistoryPart id={file.id} asked={history} />}
      {part === 'records' && <RecordsPart id={file.id} />}
      {part === 'relations' && <RelationsPart id={file.id} />}
    </section>
  );
}
