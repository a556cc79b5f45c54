import { TIP_STATES, tipStateWords, type TipState } from '@risk/tips';
import { html, type Html } from '../html.js';
import { publicPage, type PublicFrame } from './public-frame.js';

/** What somebody is told who asked: a state, that there is none, or why nothing can be told now. */
export type StatusAnswer =
  { readonly state: TipState } | { readonly unknown: true } | { readonly fault: string };

/** The page on which somebody asks how far a report has come. The code goes in the body: addresses are written down. */
export const statusPage = (frame: PublicFrame, answer: StatusAnswer | null): string =>
  publicPage(
    '查询进度',
    '/report/status',
    frame,
    html`<h1>查询进度</h1>
      ${answer && answerPart(answer)}
      <form method="post" action="/report/status">
        <label
          ><span>查询码</span>
          <span class="hint" id="code-hint">举报之后显示的二十位字母和数字，不分大小写</span>
          <input
            type="text"
            name="code"
            required
            maxlength="60"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby="code-hint"
        /></label>
        <button type="submit">查询</button>
      </form>`,
  );

function answerPart(answer: StatusAnswer): Html {
  if ('fault' in answer) return html`<p class="trouble" role="alert">${answer.fault}</p>`;
  if ('unknown' in answer)
    return html`<p class="trouble" role="alert">
      没有查到这个查询码。请核对有没有抄错；查询码丢失后无法找回，可以重新举报。
    </p>`;
  return html`<section class="card" role="status">
    <h2>${tipStateWords(answer.state).title}</h2>
    <p>${tipStateWords(answer.state).says}</p>
    <ol class="steps">
      ${TIP_STATES.map((state) =>
        state === answer.state
          ? html`<li aria-current="step">${tipStateWords(state).title}（现在）</li>`
          : html`<li>${tipStateWords(state).title}</li>`,
      )}
    </ol>
    <p class="hint">有新的情况，请<a href="/report">再举报一次</a>，说明是补充。</p>
  </section>`;
}
