import {
  bothTiers,
  outcomeName,
  schemeName,
  tierColour,
  tierName,
  type Outcome,
  type TierDecision,
} from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { AlertDetail, AlertLine } from '@risk/store';
import { html, type Html } from './html.js';

/** Both opinions in one line, where a person has one. */
export const tierLine = ({ tier, person }: AlertLine): Html | null =>
  person && html`<p class="tiers">${bothTiers(tier, person)}</p>`;

/** What people decided on the entity of an alert, and how its case ended. */
export function judgements({ decisions, outcomes }: AlertDetail): Html | null {
  if (decisions.length + outcomes.length === 0) return null;
  return html`<section>
    <h2>人工判断</h2>
    <ul>
      ${decisions.map(decisionItem)} ${outcomes.map(outcomeItem)}
    </ul>
  </section>`;
}

const decisionItem = ({ at, by, to, because, modelTier, modelScore }: TierDecision): Html =>
  html`<li>
    ${chinaTime(at)}　${by}${to === null ? '撤回人工等级' : `定为${tierName(to)}`}：${because}
    <small>当时模型为${tierColour(modelTier)}，指数 ${modelScore.toFixed(1)}</small>
  </li>`;

const outcomeItem = ({ at, by, verdict, scheme, because, exposedOn }: Outcome): Html =>
  html`<li>
    ${chinaTime(at)}　${by}记为${outcomeName(verdict)}${scheme === null ? '' : `（${schemeName(scheme)}）`}：${because}${exposedOn === null ? '' : `，${exposedOn} 暴露`}
  </li>`;
