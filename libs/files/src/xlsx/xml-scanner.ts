import { Unreadable } from '@risk/kit';
import { LIMITS } from '../limits.js';

/** What is told while XML streams by; names come without their namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** Reads well-formed XML in pieces with bounded memory; knows no DTD, so no entity can swell. */
export class XmlScanner {
  private rest = '';

  constructor(private readonly listener: XmlListener) {}

  push(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (let end = this.step(text, at); end > at; end = this.step(text, at)) at = end;
    this.rest = text.slice(at);
    if (this.rest.length > 2 * LIMITS.line)
      throw new Unreadable('工作簿中有过长的单元格，拒绝读取');
  }

  /** Handles one token at `at`; returns where the next begins, or `at` when it is not complete yet. */
  private step(text: string, at: number): number {
    const start = text.indexOf('<', at);
    if (start < 0) return at;
    if (start > at) this.listener.text(unescapeXml(text.slice(at, start)));
    if (text.startsWith('<![CDATA[', start)) return this.cdata(text, start);
    if (text.startsWith('<!', start) || text.startsWith('<?', start)) return skip(text, start);
    const end = tagEnd(text, start);
    if (end < 0) return start;
    this.tag(text.slice(start + 1, end));
    return end + 1;
  }

  private cdata(text: string, start: number): number {
    const end = text.indexOf(']]>', start);
    if (end < 0) return start;
    this.listener.text(text.slice(start + 9, end));
    return end + 3;
  }

  private tag(inside: string): void {
    if (inside.startsWith('/')) {
      this.listener.close(localName(inside.slice(1).trim()));
      return;
    }
    const empty = inside.endsWith('/');
    const blank = inside.search(/[\s/]/);
    const name = localName(blank < 0 ? inside : inside.slice(0, blank));
    this.listener.open(name, blank < 0 ? '' : inside.slice(blank));
    if (empty) this.listener.close(name);
  }
}

function skip(text: string, start: number): number {
  if (text.startsWith('<!DOCTYPE', start))
    throw new Unreadable('工作簿含有 DOCTYPE 声明，拒绝读取');
  const mark = text.startsWith('<!--', start) ? '-->' : '>';
  const end = text.indexOf(mark, start);
  return end < 0 ? start : end + mark.length;
}

/** The end of a tag; a > inside quotes belongs to an attribute. */
function tagEnd(text: string, start: number): number {
  for (let end = text.indexOf('>', start); end >= 0; end = text.indexOf('>', end + 1)) {
    const quotes = text.slice(start, end).split('"').length - 1;
    if (quotes % 2 === 0) return end;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi;

/** Undoes the five named and the numeric entities. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** One attribute of a tag. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : unescapeXml(value);
}

/** Feeds the inflated bytes of a part to a listener, piece by piece; `after` runs between pieces. */
export async function* scanXml<T>(
  bytes: AsyncIterable<Buffer>,
  listener: XmlListener,
  after: () => Iterable<T>,
): AsyncGenerator<T> {
  const scanner = new XmlScanner(listener);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of bytes) {
    scanner.push(decoder.decode(chunk, { stream: true }));
    yield* after();
  }
}
