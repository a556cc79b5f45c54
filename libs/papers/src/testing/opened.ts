import { partsOf } from '../zip/restamp.js';

/** The parts of an archive as text, by name. */
export async function opened(packed: Buffer): Promise<Readonly<Record<string, string>>> {
  const parts = await partsOf(packed);
  return Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes.toString('utf8')]));
}

/** Everything a reader sees in a DOCX, paragraphs parted by line ends. */
export function wordsOf(xml: string): string {
  const lines = xml
    .split('</w:p>')
    .map((p) => [...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join(''));
  return lines.join('\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
