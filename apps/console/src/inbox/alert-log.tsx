import type { AlertLogLine } from '../api/inbox.js';
import { stepWord } from '../desk/desk-words.js';
import { When } from '../shown/when.js';

/** What happened to an alert, the latest first. */
export function AlertLog({ log }: { readonly log: readonly AlertLogLine[] }) {
  return (
    <section className="desk-card">
      <h2>经过</h2>
      <ul className="desk-log">
        {[...log].reverse().map(({ id, kind, by, because, at }) => (
          <li key={id}>
            <strong>{stepWord(kind)}</strong>
            {because === null ? '' : `：${because}`}
            <span className="desk-sub">
              <When at={at} /> {by ?? '平台'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
