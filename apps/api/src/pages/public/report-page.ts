import {
  LONGEST_TEXT,
  SHORTEST_TEXT,
  targetField,
  TARGETS,
  TIP_FILE_TYPES,
  type Question,
  type TipPolicy,
} from '@risk/tips';
import { Html, html } from '../html.js';
import { publicPage, type PublicFrame } from './public-frame.js';

/** What the form of citizens is drawn from. */
export interface ReportFacts {
  readonly form: string;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly files: TipPolicy['files'];
  /** What was filled in before, when something has to be mended; files have to be chosen anew. */
  readonly sent: Readonly<Record<string, string>>;
  readonly fault: string | null;
  readonly question: Question | null;
  /** The last day that can be chosen. */
  readonly today: string;
}

/** The page on which a citizen reports; it works without scripts, on a telephone, and with a reader of screens. */
export function reportPage(frame: PublicFrame, facts: ReportFacts): string {
  const { form, sent, fault, question, files } = facts;
  const isAgain = fault !== null || question !== null;
  return publicPage(
    '我要举报',
    '/report',
    frame,
    html`<h1>我要举报</h1>
      ${fault === null ? null : html`<p class="trouble" role="alert" id="trouble">${fault}</p>`}
      ${question === null ? null : html`<p class="trouble" role="alert">还差一步：请回答表单末尾的问题，再提交。</p>`}
      ${isAgain && files.most > 0 ? html`<p class="note">如果选过附件，请重新选择一次。</p>` : null}
      <p>
        不用注册，可以不留姓名。带“必填”的只有一项。您的身份只有经过批准的人员才能看到，不会告诉被举报的人。
      </p>
      <form method="post" action="/report" enctype="multipart/form-data">
        <input type="hidden" name="form" value="${form}" />
        ${whatHappened(facts)} ${partyFields(sent)} ${extent(facts)} ${pictures(files)}
        ${aboutYou(sent)}
        <p class="trap" aria-hidden="true">
          <label
            >这一栏请不要填<input
              type="text"
              name="homepage"
              tabindex="-1"
              autocomplete="off"
              value=""
          /></label>
        </p>
        ${question === null ? null : questionFields(question)}
        <button type="submit">提交举报</button>
        <p class="hint">请如实反映。提交之后会显示一个查询码，凭它可以查询进度，请抄下来。</p>
      </form>`,
  );
}

const whatHappened = ({ sent }: ReportFacts): Html =>
  html`<fieldset>
    <legend>发生了什么</legend>
    <label
      ><span>情况说明（必填）</span>
      <span class="hint" id="text-hint"
        >怎样宣传、承诺多少收益、怎样收钱、现在怎么样。${SHORTEST_TEXT} 到 ${LONGEST_TEXT}
        个字。请不要写您自己的姓名、电话，那些填在最后。</span
      >
      <textarea
        name="text"
        required
        minlength="${SHORTEST_TEXT}"
        maxlength="${LONGEST_TEXT}"
        aria-describedby="text-hint"
      >
${sent['text'] ?? ''}</textarea>
    </label>
  </fieldset>`;

const partyFields = (sent: ReportFacts['sent']): Html =>
  html`<fieldset>
    <legend>举报谁（知道多少写多少）</legend>
    ${Array.from({ length: TARGETS }, (_, at) => party(at + 1, sent))}
  </fieldset>`;

function party(number: number, sent: ReportFacts['sent']): Html {
  const field = (label: string, name: Parameters<typeof targetField>[1], most: number): Html =>
    line(label, targetField(number, name), sent, most);
  const fields = html`<div>
    ${field('公司、项目或者个人的名称', 'name', 100)} ${field('地址', 'address', 200)}
    ${field('对方的电话', 'phone', 50)} ${field('网站、链接', 'website', 200)}
    ${field('APP、群、公众号的名称', 'app', 100)}
  </div>`;
  if (number === 1) return fields;
  return html`<details${attribute(
    'open',
    Object.keys(sent).some((key) => key.endsWith(String(number)) && sent[key] !== ''),
  )}>
    <summary>还有第 ${number} 个</summary>
    ${fields}
  </details>`;
}

const extent = ({ sent, regions, today }: ReportFacts): Html =>
  html`<fieldset>
    <legend>金额、时间、地点（可以不填）</legend>
    <div class="pair">
      <label
        ><span>涉及金额（大约）</span>
        <input
          type="text"
          inputmode="decimal"
          name="amount"
          maxlength="20"
          value="${sent['amount'] ?? ''}"
      /></label>
      <label
        ><span>单位</span>
        <select name="unit">
          ${['元', '万元'].map((unit) => option(unit, unit, sent['unit'] ?? '元'))}
        </select></label
      >
    </div>
    <label
      ><span>涉及多少人（大约）</span>
      <input
        type="text"
        inputmode="numeric"
        name="people"
        maxlength="10"
        value="${sent['people'] ?? ''}"
    /></label>
    <label
      ><span>什么时候发生的</span>
      <input
        type="date"
        name="happenedOn"
        min="2000-01-01"
        max="${today}"
        value="${sent['happenedOn'] ?? ''}"
    /></label>
    <label
      ><span>在哪个县市区</span>
      <select name="region">
        ${option('', '不清楚', sent['region'] ?? '')}
        ${regions.map(({ code, name }) => option(code, name, sent['region'] ?? ''))}
      </select></label
    >
  </fieldset>`;

const pictures = ({ most, eachBytes }: TipPolicy['files']): Html | null =>
  most === 0
    ? null
    : html`<fieldset>
        <legend>照片、合同（可以不传）</legend>
        <label
          ><span>附件</span>
          <span class="hint" id="files-hint"
            >宣传单、合同、转账记录、聊天截图等，最多 ${most} 个，每个不超过
            ${Math.floor(eachBytes / 1024 / 1024)} MB，照片（JPG、PNG）或者
            PDF。附件里可能看得出您是谁，只有承办人员能看到。</span
          >
          <input
            type="file"
            name="files"
            multiple
            accept="${TIP_FILE_TYPES}"
            aria-describedby="files-hint"
        /></label>
      </fieldset>`;

const aboutYou = (sent: ReportFacts['sent']): Html =>
  html`<fieldset>
    <legend>您的联系方式（可以不留）</legend>
    <p class="hint">
      留下联系方式，便于进一步了解情况；不留也一样受理。姓名和电话加密保存，查看须经批准并留下记录。
    </p>
    ${line('您的姓名', 'name', sent, 50, 'name')} ${line('您的电话', 'phone', sent, 30, 'tel')}
    <label class="tick"
      ><input
        type="checkbox"
        name="secret"
        value="on"
        ${attribute('checked', sent['secret'] !== undefined)}
      /><span>对承办人员也保密（他们将不能与您联系）</span></label
    >
  </fieldset>`;

const questionFields = ({ words, sealed }: Question): Html =>
  html`<div class="question">
    <input type="hidden" name="question" value="${sealed}" />
    <label
      ><span>请回答（防止机器提交）：${words}</span>
      <input type="text" name="answer" required maxlength="10" autocomplete="off"
    /></label>
  </div>`;

function line(
  label: string,
  name: string,
  sent: ReportFacts['sent'],
  most: number,
  autocomplete = 'off',
): Html {
  return html`<label
    ><span>${label}</span>
    <input
      type="${autocomplete === 'tel' ? 'tel' : 'text'}"
      name="${name}"
      maxlength="${most}"
      autocomplete="${autocomplete}"
      value="${sent[name] ?? ''}"
  /></label>`;
}

const option = (value: string, label: string, chosen: string): Html =>
  html`<option value="${value}" ${attribute('selected', value === chosen)}>${label}</option>`;

/** An attribute without a value, where it holds. */
const attribute = (name: 'open' | 'checked' | 'selected', holds: boolean): Html | null =>
  holds ? new Html(` ${name}`) : null;
