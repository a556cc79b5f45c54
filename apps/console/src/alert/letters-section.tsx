import { lazy, Suspense, useState } from 'react';
import type { WholeAlert } from '../api/alert.js';
import { chinaTime } from '../shown/china-time.js';
import { Section } from './section.js';

const LetterDialog = lazy(() => import('./dialogs/letter-dialog.js'));

interface LettersSectionProps {
  readonly whole: WholeAlert;
  readonly done: (said: string) => void;
}

/** The letters that were signed, and the way to draft another one. */
export function LettersSection({ whole, done }: LettersSectionProps) {
  const [isOpen, setOpen] = useState(false);
  const { letters, may } = whole;
  const mayDraft = may.deeds.includes('draft-letter') || may.deeds.includes('sign-letter');
  if (letters.length === 0 && !mayDraft) return null;
  return (
    <Section id="letters" title="文书" aside={`已签发 ${String(letters.length)} 件`}>
      <ul className="alert-files">
        {letters.map(({ id, title, number, on, by, because, at, sm3 }) => (
          <li key={id}>
            <a href={`/api/letters/${id}`}>《{title}》</a>
            {number !== null && `　${number}`}　{on}
            <div className="soft">
              {chinaTime(at)} {by}签发：{because}
            </div>
            <code className="alert-digest">SM3 {sm3}</code>
          </li>
        ))}
      </ul>
      {mayDraft && (
        <button type="button" className="alert-link" onClick={() => setOpen(true)}>
          起草文书
        </button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <LetterDialog whole={whole} close={() => setOpen(false)} done={done} />
        </Suspense>
      )}
    </Section>
  );
}
