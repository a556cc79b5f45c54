import type { BulletinFacts, FileRole } from '../api/bulletins.js';
import { sizeWords } from '../shown/size-words.js';

/** What somebody saves; the others are parts of the e-mail. */
const SAVED: Readonly<Partial<Record<FileRole, string>>> = {
  document: '公文（DOCX）',
  print: '打印版（PDF）',
  annex: '附表（XLSX）',
};

/** The files of a bulletin, byte for byte as they were printed. */
export function BulletinFiles({ bulletin: { id, files } }: { readonly bulletin: BulletinFacts }) {
  const saved = files.filter(({ role }) => role in SAVED);
  if (saved.length === 0) return null;
  return (
    <section className="desk-card">
      <h2>文件</h2>
      <ul className="desk-log">
        {saved.map(({ name, role, size, sm3 }) => (
          <li key={name}>
            {SAVED[role]}：
            <a href={`/api/bulletins/${id}/files/${encodeURIComponent(name)}`} download>
              {name}
            </a>
            （{sizeWords(size)}）<span className="bulletin-digest">SM3 {sm3}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
