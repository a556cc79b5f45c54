import { Button } from 'antd';
import { Link } from '../address/link.js';
import type { Bond, Neighbour } from '../api/entity-parts.js';
import { TierMark } from '../shown/tier-mark.js';
import { bondWords, scoreText } from './entity-words.js';
import type { Web } from './web.js';

interface RelationsTableProps {
  readonly web: Web;
  readonly unfolded: readonly string[];
  readonly unfold: (id: string) => void;
}

/** The same as the picture, for the keyboard and for those who hear it. */
export function RelationsTable({ web, unfolded, unfold }: RelationsTableProps) {
  const names = new Map(web.neighbours.map(({ id, name }) => [id, name]));
  const others = web.neighbours.filter(({ id }) => id !== web.centre);
  return (
    <table className="entity-table" aria-label="关联主体">
      <thead>
        <tr>
          <th scope="col">主体</th>
          <th scope="col">等级</th>
          <th scope="col" className="number">
            指数
          </th>
          <th scope="col">相隔</th>
          <th scope="col">联系</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {others.map((one) => (
          <Row
            key={one.id}
            one={one}
            ties={tiesOf(one.id, web.bonds, names)}
            isUnfolded={unfolded.includes(one.id)}
            unfold={unfold}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly one: Neighbour;
  readonly ties: readonly string[];
  readonly isUnfolded: boolean;
  readonly unfold: (id: string) => void;
}

function Row({ one, ties, isUnfolded, unfold }: RowProps) {
  const { id, name, uscc, tier, isByPerson, score, degree } = one;
  return (
    <tr>
      <td>
        <Link to={`entities/${id}`}>{name}</Link>
        <span className="entity-code">{uscc ?? '没有信用代码'}</span>
      </td>
      <td>
        <TierMark tier={tier} isByPerson={isByPerson} />
      </td>
      <td className="number">{scoreText(score)}</td>
      <td className="whole">{degree} 度</td>
      <td>
        {ties.map((tie) => (
          <div key={tie}>{tie}</div>
        ))}
      </td>
      <td>
        {isUnfolded ? (
          <span className="soft">已展开</span>
        ) : (
          <Button size="small" aria-label={`展开 ${name}`} onClick={() => unfold(id)}>
            展开
          </Button>
        )}
      </td>
    </tr>
  );
}

/** With whom somebody shares what. */
function tiesOf(
  id: string,
  bonds: readonly Bond[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const mine = bonds.filter(({ from, to }) => from === id || to === id);
  const others = [...new Set(mine.map(({ from, to }) => (from === id ? to : from)))];
  return others.map((other) => {
    const shared = mine.filter(({ from, to }) => from === other || to === other);
    const words = shared.map((bond) => bondWords(bond, id));
    return `${names.get(other) ?? other}：${[...new Set(words)].join('、')}`;
  });
}
