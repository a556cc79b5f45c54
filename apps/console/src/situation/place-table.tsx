import type { Situation } from '../api/situation.js';
import { TIER_WORDS, TIERS } from '../shown/tier.js';
import { byPlace } from './counted.js';

/** The map in figures, for whoever reads rather than looks. */
export function PlaceTable({ situation }: { readonly situation: Situation }) {
  return (
    <details>
      <summary>各地数字</summary>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">区域</th>
            {TIERS.map((tier) => (
              <th key={tier} scope="col" className="number">
                {TIER_WORDS[tier]}
              </th>
            ))}
            <th scope="col" className="number">
              合计
            </th>
          </tr>
        </thead>
        <tbody>
          {byPlace(situation).map(({ code, title, byTier, total }) => (
            <tr key={code}>
              <th scope="row">{title}</th>
              {TIERS.map((tier) => (
                <td key={tier} className="number">
                  {byTier[tier]}
                </td>
              ))}
              <td className="number">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
