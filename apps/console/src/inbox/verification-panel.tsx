import { useState } from 'react';
import { Button } from 'antd';
import type { VerificationFacts } from '../api/inbox.js';
import { useMay } from '../shell/session-context.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import type { DeskPart } from './desk-part.js';
import { ConcludeForm } from './conclude-form.js';
import { FindingForm } from './finding-form.js';
import { NoteActionForm } from './note-action-form.js';
import { OpenVerification } from './open-verification.js';
import { ELEMENT_WORDS, FINDING_WORDS } from '../shown/words.js';
import { endOf } from './verification-words.js';

interface VerificationPanelProps extends DeskPart {
  readonly verifications: readonly VerificationFacts[];
}

/** The verification of an alert: who looks into it, what was found of the three elements, how it ends. */
export function VerificationPanel(props: VerificationPanelProps) {
  const { verifications, isOwn, head } = props;
  const may = useMay();
  const [isOpening, setOpening] = useState(false);
  const isRunning = verifications.some((one) => endOf(one) === null);
  const mayOpen =
    may('verifications.write') &&
    isOwn &&
    !isRunning &&
    ['raised', 'acknowledged', 'verifying', 'transferred'].includes(head.stage);
  return (
    <section className="desk-card">
      <header>
        <h2>核查</h2>
        {mayOpen && <Button onClick={() => setOpening(true)}>开始核查</Button>}
      </header>
      {verifications.length === 0 && <p className="soft">还没有核查任务。</p>}
      {verifications.map((one) => (
        <VerificationPart key={one.id} {...props} verification={one} />
      ))}
      {isOpening && <OpenVerification {...props} close={() => setOpening(false)} />}
    </section>
  );
}

type PartProps = DeskPart & { readonly verification: VerificationFacts };

function VerificationPart(props: PartProps) {
  const { verification } = props;
  const { id, officers, at, by, because, checklist, entries } = verification;
  const end = endOf(verification);
  return (
    <>
      <h3>
        核查任务 {id} <Mark standing={end ? 'good' : 'waiting'}>{end ? '已结束' : '核查中'}</Mark>
      </h3>
      <p>
        核查人员：{officers.join('、')}
        <span className="desk-sub">
          <When at={at} /> {by}提出：{because}
        </span>
      </p>
      <table className="desk-plain" aria-label={`核查任务 ${id} 的三性认定`}>
        <thead>
          <tr>
            <th scope="col">要件</th>
            <th scope="col">认定</th>
            <th scope="col">证据</th>
            <th scope="col">理由</th>
          </tr>
        </thead>
        <tbody>
          {checklist.map((line) => (
            <tr key={line.element}>
              <td>{ELEMENT_WORDS[line.element]}</td>
              <td>{FINDING_WORDS[line.finding]}</td>
              <td>{line.evidence.map(evidenceWords).join('、')}</td>
              <td>{line.because}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">核查记录 {entries.length} 条</p>
      {end === null && <VerificationActs {...props} />}
    </>
  );
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ attachment: '附件', record: '记录', entry: '核查记录' },
};

/** `attachment:3` is 附件 3. */
function evidenceWords(reference: string): string {
  const [kind = '', id = ''] = reference.split(':');
  return KINDS[kind] === undefined ? reference : `${KINDS[kind]} ${id}`;
}

function VerificationActs(props: PartProps) {
  const may = useMay();
  const [opened, open] = useState<'action' | 'finding' | 'end' | null>(null);
  const { isOwn, unit, verification } = props;
  if (!may('verifications.write') || !isOwn || verification.unit !== unit) return null;
  const close = (): void => open(null);
  return (
    <div className="desk-acts">
      <Button onClick={() => open('action')}>记一次核查</Button>
      <Button onClick={() => open('finding')}>认定一项要件</Button>
      <Button type="primary" onClick={() => open('end')}>
        得出结论
      </Button>
      {opened === 'action' && <NoteActionForm {...props} close={close} />}
      {opened === 'finding' && <FindingForm {...props} close={close} />}
      {opened === 'end' && <ConcludeForm {...props} close={close} />}
    </div>
  );
}
