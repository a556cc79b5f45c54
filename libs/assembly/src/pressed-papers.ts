import { PaperPress, type Pressed } from '@risk/cases';
import type { Paper, Sheet } from '@risk/domain';
import { digestsOf } from '@risk/kit';
import { renderCsv, renderDocx, renderXlsx } from '@risk/papers';

/** Makes the documents with libs/papers. */
export class PressedPapers extends PaperPress {
  async docx(paper: Paper): Promise<Pressed> {
    return pressed(await renderDocx(paper));
  }

  async xlsx(sheets: readonly Sheet[], day: string): Promise<Pressed> {
    return pressed(await renderXlsx(sheets, day));
  }

  csv(sheet: Sheet): Pressed {
    return pressed(renderCsv(sheet));
  }
}

const pressed = (bytes: Uint8Array): Pressed => ({ bytes, ...digestsOf(bytes) });
