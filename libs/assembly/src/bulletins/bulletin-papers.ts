import { BulletinPress, type FileRole, type PressedFile } from '@risk/bulletins';
import type { Paper, Sheet } from '@risk/domain';
import { digestsOf, DOCX_MEDIA, XLSX_MEDIA } from '@risk/kit';
import { fileName, renderDocx, renderMail, renderPdf, renderXlsx } from '@risk/papers';
import { leaveOpening, openPress } from './open-press.js';

/** A document to edit, one to read anywhere, an annex with the rows, and an e-mail with its pictures. */
async function printBulletin(paper: Paper, sheets: readonly Sheet[]): Promise<PressedFile[]> {
  const mail = await renderMail(paper);
  const name = nameOf(paper);
  return [
    file('document', `${name}.docx`, DOCX_MEDIA, await renderDocx(paper)),
    file('print', `${name}.pdf`, 'application/pdf', await renderPdf(paper)),
    ...(sheets.length === 0
      ? []
      : [file('annex', `${name}-附表.xlsx`, XLSX_MEDIA, await renderXlsx(sheets, paper.date))]),
    file('mail', 'mail.html', 'text/html; charset=utf-8', Buffer.from(mail.html)),
    file('plain', 'mail.txt', 'text/plain; charset=utf-8', Buffer.from(mail.text)),
    ...mail.images.map(({ cid, png }) => file('picture', cid, 'image/png', png)),
  ];
}

/** Prints bulletins in this very thread. */
export class BulletinPapers extends BulletinPress {
  prepare(): void {
    openPress();
  }

  async press(paper: Paper, sheets: readonly Sheet[]): Promise<PressedFile[]> {
    await leaveOpening();
    return printBulletin(paper, sheets);
  }

  close(): Promise<void> {
    return leaveOpening();
  }
}

/** The name that it bears in a folder: title first, so that it is found. */
function nameOf({ title, masthead, isDraft }: Paper): string {
  const marks = masthead?.marks.includes('（更正）') === true ? '（更正）' : '';
  const issue = masthead?.issue === null || masthead === undefined ? '' : `-${masthead.issue}`;
  return fileName(`${isDraft ? '草稿-' : ''}${title}${issue}${marks}`);
}

const file = (role: FileRole, name: string, mediaType: string, bytes: Uint8Array): PressedFile => ({
  role,
  name,
  mediaType,
  bytes,
  ...digestsOf(bytes),
});
