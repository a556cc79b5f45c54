import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe } from '@jest/globals';

const OFFICE = '/usr/bin/soffice';
const PDF_TEXT = '/usr/bin/pdftotext';
const PDF_INFO = '/usr/bin/pdfinfo';

const run = promisify(execFile);

/** A document as an office program lays it out. */
export interface LaidOut {
  /** Points, e.g. `595.304 x 841.89 pts (A4)`. */
  readonly pageSize: string;
  /** The lines of each page that say something, without the blanks around them. */
  readonly pages: readonly (readonly string[])[];
}

type LayOut = (docx: Buffer) => Promise<LaidOut>;

/** A group of tests with a real LibreOffice; skipped, loudly, where there is none. In CI there always is. */
export function describeWithOffice(name: string, tests: (layOut: LayOut) => void): void {
  if ([OFFICE, PDF_TEXT, PDF_INFO].every((path) => existsSync(path))) {
    describe(name, () => {
      tests(inFolderOfItsOwn());
    });
    return;
  }
  const lacking = '没有找到 LibreOffice 或 poppler';
  if (process.env['CI'] === 'true') throw new Error(`CI 中不得跳过排版测试：${lacking}`);
  process.stderr.write(
    `\n!!! 跳过排版测试“${name}”：${lacking}（Debian 软件包 libreoffice-writer、poppler-utils）\n\n`,
  );
  describe.skip(name, () => {
    tests(() => Promise.reject(new Error(lacking)));
  });
}

/** The profile is the group's own, so that an office that somebody has open does not answer instead. */
function inFolderOfItsOwn(): LayOut {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'office-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return async (docx) => {
    await writeFile(join(folder, 'paper.docx'), docx);
    await run(OFFICE, [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.docx')],
    ]);
    return readPdf(join(folder, 'paper.pdf'));
  };
}

async function readPdf(pdf: string): Promise<LaidOut> {
  const { stdout: info } = await run(PDF_INFO, [pdf]);
  const { stdout: text } = await run(PDF_TEXT, ['-layout', pdf, '-']);
  return {
    pageSize: /Page size:\s*(.*)/.exec(info)?.[1] ?? '',
    pages: text.split('\f').slice(0, -1).map(linesOf),
  };
}

const linesOf = (page: string): readonly string[] =>
  page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
