import { Link } from '../address/link.js';
import type { RuleMoment } from '../api/rules.js';
import { When } from '../shown/when.js';
import { PartDifference } from './part-difference.js';

const KINDS: Readonly<Record<RuleMoment['kind'], string>> = {
  ...{ added: '有了这条规则', removed: '去掉了这条规则', changed: '改了' },
};

/** What became of a rule over the editions that judged. */
export function RuleHistory({ history }: { readonly history: readonly RuleMoment[] }) {
  return (
    <section className="rules-part">
      <h2>历次版本</h2>
      <ol className="rules-history">
        {history.map(({ editionId, title, by, at, kind, parts }) => (
          <li key={editionId}>
            <p>
              <When at={at} />　<Link to={`editions/${editionId}`}>版本 {editionId}</Link>（{title}
              ）{by} {KINDS[kind]}
              {kind === 'changed' && `：${parts.map((part) => part.title).join('、')}`}
            </p>
            {parts.map((part) => (
              <PartDifference key={part.name} part={part} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
