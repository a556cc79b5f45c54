import type { WholeAlert } from '../api/alert.js';
import type { Entry, Verification } from '../api/alert-case.js';
import { chinaTime } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { entryWords } from './entry-words.js';
import { Section } from './section.js';
import { ELEMENT_WORDS, FINDING_WORDS, VERDICT_WORDS, wordOf } from '../shown/words.js';

/** The verifications: who, what was found of the three elements by what evidence, and every entry. */
export function VerificationsSection({ whole }: { readonly whole: WholeAlert }) {
  const { verifications } = whole;
  if (verifications.length === 0) return null;
  return (
    <Section id="verifications" title="核查">
      {verifications.map((one) => (
        <VerificationPart key={one.id} verification={one} whole={whole} />
      ))}
    </Section>
  );
}

interface VerificationPartProps {
  readonly verification: Verification;
  readonly whole: WholeAlert;
}

function VerificationPart({ verification, whole }: VerificationPartProps) {
  const { id, unit, officers, at, by, because, entries, checklist, isOpen } = verification;
  const end = entries.find((entry) => entry.kind === 'concluded');
  const name = whole.units.find(({ code }) => code === unit)?.name ?? unit;
  return (
    <article className="alert-record" aria-label={`核查任务 ${id}`}>
      <p>
        <b>核查任务 {id}</b>
        {'　'}
        <Mark standing={isOpen ? 'waiting' : 'good'}>
          {end?.kind === 'concluded' ? `结案：${wordOf(VERDICT_WORDS, end.verdict)}` : '核查中'}
        </Mark>
      </p>
      <p className="soft">
        {name}　核查人员：{officers.join('、')}　{chinaTime(at)} {by}提出：{because}
      </p>
      <table className="alert-table">
        <thead>
          <tr>
            <th>要件</th>
            <th>认定</th>
            <th>证据</th>
            <th>理由</th>
          </tr>
        </thead>
        <tbody>
          {checklist.map(({ element, finding, evidence, because: why }) => (
            <tr key={element}>
              <td>{wordOf(ELEMENT_WORDS, element)}</td>
              <td>{wordOf(FINDING_WORDS, finding)}</td>
              <td>{evidenceWords(evidence, whole)}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="alert-told">
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} whole={whole} />
        ))}
      </ol>
    </article>
  );
}

function EntryLine({ entry, whole }: { readonly entry: Entry; readonly whole: WholeAlert }) {
  const { id, at, by, because, corrects } = entry;
  return (
    <li>
      {chinaTime(at)}　{by} <b>{entryWords(entry)}</b>：{because}
      {corrects !== null && `（更正 #${corrects}）`}
      <span className="soft"> #{id}</span>
      {'result' in entry && (
        <div className="soft">
          {chinaTime(entry.happenedAt)}　{entry.officers.join('、')}：{entry.result}
          {entry.approver !== null && `　批准：${entry.approver}`}
        </div>
      )}
      {'evidence' in entry && entry.evidence.length > 0 && (
        <div className="soft">证据：{evidenceWords(entry.evidence, whole)}</div>
      )}
    </li>
  );
}

const KINDS: Readonly<Record<string, string>> = { record: '记录', entry: '核查记录' };

/** `attachment:3` is the file of that number, by its name. */
function evidenceWords(references: readonly string[], { life }: WholeAlert): string {
  return references
    .map((reference) => {
      const [kind = '', id = ''] = reference.split(':');
      if (kind !== 'attachment') return `${KINDS[kind] ?? kind} ${id}`;
      const file = life.files.find((one) => one.id === id);
      return file ? `《${file.name}》` : `附件 ${id}`;
    })
    .join('、');
}
