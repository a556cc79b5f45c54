import { Invalid, Unreadable } from '@risk/kit';
import type { Archive } from './archive.js';
import { attribute } from './xml-scanner.js';

/** A sheet and the part it stands in. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
}

/** What has to be known before the sheets can be read. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  /** Whether a number with this style index is a date, a time, or neither. */
  readonly dateStyles: ReadonlySet<number>;
}

/** Reads the small parts of a workbook. */
export async function readWorkbook(
  archive: Archive,
  wanted: string | undefined,
): Promise<Workbook> {
  const root = 'xl/workbook.xml';
  if (!archive.has(root)) throw new Unreadable('这个压缩包不是 .xlsx 工作簿');
  const workbook = await archive.text(root);
  const parts = await partsOf(archive);
  const sheets = sheetsOf(workbook, parts, wanted);
  const styles = archive.has('xl/styles.xml') ? await archive.text('xl/styles.xml') : '';
  return {
    sheets,
    date1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(workbook),
    dateStyles: dateStylesOf(styles),
  };
}

async function partsOf(archive: Archive): Promise<Map<string, string>> {
  const name = 'xl/_rels/workbook.xml.rels';
  const text = archive.has(name) ? await archive.text(name) : '';
  const parts = new Map<string, string>();
  for (const [, attributes = ''] of text.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)) {
    const id = attribute(attributes, 'Id');
    const target = attribute(attributes, 'Target');
    if (id !== null && target !== null)
      parts.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return parts;
}

function sheetsOf(
  workbook: string,
  parts: ReadonlyMap<string, string>,
  wanted: string | undefined,
): Sheet[] {
  const all = [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, attributes = '']) => ({
    name: attribute(attributes, 'name') ?? '',
    hidden: attribute(attributes, 'state') !== null && attribute(attributes, 'state') !== 'visible',
    part: parts.get(attribute(attributes, 'id') ?? ''),
  }));
  const sheets = all.flatMap(({ name, hidden, part }) => {
    const chosen = wanted === undefined ? !hidden : name === wanted;
    return chosen && part !== undefined ? [{ name, part }] : [];
  });
  if (sheets.length > 0) return sheets;
  const names = all.map((sheet) => sheet.name).join('、');
  throw new Invalid(
    wanted === undefined
      ? '工作簿里没有可见的工作表'
      : `没有名为“${wanted}”的工作表，现有：${names}`,
  );
}

/** Number formats of dates that need no definition (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are East Asian). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** A format code means a date when letters of dates stand outside quotes, escapes and colours. */
const isDateCode = (code: string): boolean =>
  /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_./gi, ''));

function dateStylesOf(styles: string): Set<number> {
  const custom = new Map<number, boolean>();
  for (const [, attributes = ''] of styles.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g))
    custom.set(
      Number(attribute(attributes, 'numFmtId')),
      isDateCode(attribute(attributes, 'formatCode') ?? ''),
    );
  const cellXfs = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles)?.[1] ?? '';
  const dates = new Set<number>();
  [...cellXfs.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].forEach(([, attributes = ''], index) => {
    const id = Number(attribute(attributes, 'numFmtId'));
    if (custom.get(id) ?? isBuiltInDate(id)) dates.add(index);
  });
  return dates;
}
