export { packZip, packedBytes, type FileToPack } from './pack-zip.js';
export { renderCsv } from './render-csv.js';
export { renderDocx } from './render-docx.js';
export { renderPdf } from './render-pdf.js';
export { renderXlsx } from './render-xlsx.js';
export { digestsOf, DigestingStream, type Digests } from './zip/digests.js';
export { fileName } from './zip/file-names.js';
export { type ManifestLine } from './zip/manifest.js';
