import {
  checklistOf,
  conclusionOf,
  findingName,
  sayEntry,
  type Entry,
  type Verification,
} from '@risk/cases';
import { elementName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import { html, type Html, type Part } from './html.js';
import { unitLink } from './links.js';
import { table, type Column } from './table.js';
import type { Names } from './words.js';

/** The verifications of an alert: who, the three elements with their evidence, and every entry. */
export function verificationSection(
  verifications: readonly Verification[],
  names: Names,
): Html | null {
  if (verifications.length === 0) return null;
  return html`<section>
    <h2>核查</h2>
    ${verifications.map((one) => verificationPart(one, names))}
  </section>`;
}

function verificationPart(verification: Verification, names: Names): Html {
  const { id, unit, officers, at, by, because, entries } = verification;
  const state = conclusionOf(verification);
  return html`<h3>
      核查任务 ${id}　<b class="state ${state ? 'done' : 'open'}"
        >${state ? sayEntry(state) : '核查中'}</b
      >
    </h3>
    <p>
      ${unitLink(unit, names)}　核查人员：${officers.join('、')}　${chinaTime(at)}
      ${by}提出：${because}
    </p>
    ${table(CHECKLIST, checklistOf(verification), '')}
    ${
      entries.length === 0
        ? null
        : html`<ol class="log">
            ${entries.map(entryItem)}
          </ol>`
    }`;
}

type Checked = ReturnType<typeof checklistOf>[number];

const CHECKLIST: readonly Column<Checked>[] = [
  ['要件', ({ element }) => elementName(element)],
  ['认定', ({ finding }) => findingName(finding)],
  ['证据', ({ evidence }) => evidence.map(evidenceText).join('、')],
  ['理由', ({ because }) => because],
];

const EVIDENCE: Readonly<Record<string, string>> = {
  attachment: '附件',
  record: '记录',
  entry: '核查记录',
};

/** `attachment:3` is 附件 3. */
function evidenceText(reference: string): string {
  const [kind = '', id = ''] = reference.split(':');
  return EVIDENCE[kind] === undefined ? reference : `${EVIDENCE[kind]} ${id}`;
}

function entryItem(entry: Entry): Html {
  const { id, at, by, because, corrects } = entry;
  return html`<li>
    <time>${chinaTime(at)}</time>　${by}${sayEntry(entry)}：${because}${actionText(entry)}${
      corrects === null ? null : `（更正 #${corrects}）`
    }<small>#${id}</small>
  </li>`;
}

function actionText(entry: Entry): Part {
  if (entry.kind === 'element' || entry.kind === 'concluded') return null;
  const { happenedAt, officers, result, approver, evidence } = entry;
  const approved = approver === null ? '' : `　批准：${approver}`;
  const proved = evidence.length === 0 ? '' : `　证据：${evidence.map(evidenceText).join('、')}`;
  return html`<br />${chinaTime(happenedAt)}　${officers.join('、')}：${result}${approved}${proved}`;
}
