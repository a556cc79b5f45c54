import { stageName, stageOf, stepName, type Edition } from '@risk/editions';
import { tierName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { ShadowProgress, ShadowVerdict } from '@risk/store';
import { html, page, type Html } from './html.js';

/** An edition with what its shadow saw. */
export interface EditionTold {
  readonly edition: Edition;
  readonly progress: (ShadowProgress & { readonly entities: number }) | null;
  readonly differences: readonly (ShadowVerdict & { readonly name: string })[];
}

const SHOWN = 20;

/** Draws the editions of the rules with their life so far, newest first. */
export function editionsPage(editions: readonly EditionTold[]): string {
  return page(
    '规则版本',
    html`<h1>规则版本</h1>
      <p class="empty">
        起草（例子全部通过）→ 回测 → 影子运行 → 由另一人发布 →
        可退回。发布和退回即时生效，全部留痕。命令见
        <code>npm run -s risk -- edition --help</code>
      </p>
      ${editions.map(editionSection)}`,
  );
}

function editionSection({ edition, progress, differences }: EditionTold): Html {
  const { id, title, rules, scoring, inForce, steps } = edition;
  return html`<section>
    <h2>
      ${id}　${title}　<mark class="${inForce ? 'blue' : 'none'}"
        >${stageName(stageOf(edition))}</mark
      >
      <small>规则 ${rules}　评分 ${scoring}</small>
    </h2>
    <ul>
      ${steps.map(
        (step) =>
          html`<li>${chinaTime(step.at)}　${stepName(step.kind)}　${step.by}：${step.because}</li>`,
      )}
    </ul>
    ${progress ? shadowPart(progress, differences) : ''}
  </section>`;
}

function shadowPart(
  { records, entities, seenUntil }: NonNullable<EditionTold['progress']>,
  differences: EditionTold['differences'],
): Html {
  return html`<p>
      影子运行看到 ${chinaTime(seenUntil)}：记录 ${records} 条，主体 ${entities}
      个，等级不同或指数相差 5 分以上 ${differences.length} 个
    </p>
    <ul>
      ${differences
        .slice(0, SHOWN)
        .map(
          ({ name, tierNow, tier, scoreNow, score }) =>
            html`<li>
              ${name}　${tierName(tierNow)}（${scoreNow.toFixed(1)}）→
              ${tierName(tier)}（${score.toFixed(1)}）
            </li>`,
        )}
    </ul>`;
}
