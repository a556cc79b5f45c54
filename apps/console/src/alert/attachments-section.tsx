import { lazy, Suspense, useState } from 'react';
import type { FileLine, WholeAlert } from '../api/alert.js';
import { chinaTime } from '../shown/china-time.js';
import { Section } from './section.js';
import { sizeWords } from '../shown/size-words.js';

const UploadForm = lazy(() => import('./upload-form.js'));

interface AttachmentsSectionProps {
  readonly whole: WholeAlert;
  readonly done: (said: string) => void;
}

/** The files beside an alert, with the digests by which a copy is checked. */
export function AttachmentsSection({ whole, done }: AttachmentsSectionProps) {
  const [isUploading, setUploading] = useState(false);
  const { files } = whole.life;
  return (
    <Section id="files" title="附件" aside={`${String(files.length)} 个`}>
      {files.length === 0 && <p className="soft">还没有附件。</p>}
      <ul className="alert-files">
        {files.map((file) => (
          <FilePart key={file.id} file={file} />
        ))}
      </ul>
      {whole.may.deeds.includes('attach') && !isUploading && (
        <button type="button" className="alert-link" onClick={() => setUploading(true)}>
          上传附件
        </button>
      )}
      {isUploading && (
        <Suspense fallback={<p className="soft">正在读取……</p>}>
          <UploadForm alertId={whole.alert.id} close={() => setUploading(false)} done={done} />
        </Suspense>
      )}
    </Section>
  );
}

function FilePart({ file }: { readonly file: FileLine }) {
  const { id, name, size, sha256, sm3, by, because, at } = file;
  return (
    <li>
      <a href={`/api/attachments/${id}`}>{name}</a>
      <span className="soft">　{sizeWords(size)}</span>
      <div className="soft">
        附件 {id}　{chinaTime(at)} {by}：{because}
      </div>
      <details>
        <summary>摘要值</summary>
        <code className="alert-digest">SHA-256 {sha256}</code>
        <code className="alert-digest">SM3 {sm3}</code>
      </details>
    </li>
  );
}
