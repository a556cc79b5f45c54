import type { EntityFile } from '../api/entities.js';
import { When } from '../shown/when.js';
import { TierMark } from '../shown/tier-mark.js';
import { VERDICT_WORDS } from '../shown/words.js';
import { scoreText, yuanText } from './entity-words.js';

/** What people decided and found out, the latest first; what was replaced stays to be read. */
export function Judgements({ file: { decisions, outcomes } }: { readonly file: EntityFile }) {
  if (decisions.length + outcomes.length === 0) return null;
  return (
    <section className="entity-box">
      <h2>人的判断</h2>
      <table className="entity-table">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">谁</th>
            <th scope="col">判断</th>
            <th scope="col">理由</th>
          </tr>
        </thead>
        <tbody>
          {[...outcomes]
            .reverse()
            .map(({ id, at, by, because, verdict, losses, people, exposedOn }) => (
              <tr key={`outcome ${id}`}>
                <td>
                  <When at={at} />
                </td>
                <td>{by}</td>
                <td>
                  核查结论：{VERDICT_WORDS[verdict]}
                  <span className="entity-code">
                    {[
                      exposedOn === null ? null : `${exposedOn} 暴露`,
                      losses === null ? null : `损失 ${yuanText(losses)}`,
                      people === null ? null : `${String(people)} 人受损`,
                    ]
                      .filter(Boolean)
                      .join('，')}
                  </span>
                </td>
                <td>{because}</td>
              </tr>
            ))}
          {[...decisions].reverse().map(({ id, at, by, because, to, modelTier, modelScore }) => (
            <tr key={`decision ${id}`}>
              <td>
                <When at={at} />
              </td>
              <td>{by}</td>
              <td>
                {to === null ? '撤回人工等级' : <TierMark tier={to} isByPerson />}
                <span className="entity-code">
                  当时模型：
                  <TierMark tier={modelTier} /> {scoreText(modelScore)} 分
                </span>
              </td>
              <td>{because}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
