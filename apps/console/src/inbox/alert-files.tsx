import type { AlertFile } from '../api/inbox.js';
import { sizeWords } from '../shown/size-words.js';
import { When } from '../shown/when.js';

/** The files beside an alert, to be saved. */
export function AlertFiles({ files }: { readonly files: readonly AlertFile[] }) {
  if (files.length === 0) return null;
  return (
    <section className="desk-card">
      <h2>附件</h2>
      <ul className="desk-log">
        {files.map(({ id, name, size, by, because, at }) => (
          <li key={id}>
            <a href={`/api/attachments/${id}`} download>
              {name}
            </a>
            （附件 {id}，{sizeWords(size)}）
            <span className="desk-sub">
              <When at={at} /> {by}：{because}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
