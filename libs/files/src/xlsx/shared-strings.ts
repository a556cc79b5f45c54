import { Unreadable } from '@risk/kit';
import { LIMITS } from '../limits.js';
import { scanXml, type XmlListener } from './xml-scanner.js';

const BLOCK = 4 * 1024 * 1024;

/** The texts that cells point to, kept as UTF-8 outside the heap: a million names weigh little. */
export class SharedStrings implements XmlListener {
  private readonly blocks: Buffer[] = [];
  private used = BLOCK;
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  private current: string | null = null;
  private collecting = false;
  private phonetic = false;
  private total = 0;

  static async read(bytes: AsyncIterable<Buffer>): Promise<SharedStrings> {
    const strings = new SharedStrings();
    const pieces = scanXml<never>(bytes, strings, () => []);
    while ((await pieces.next()).done !== true);
    return strings;
  }

  at(index: number): string | null {
    const start = this.starts[index];
    const length = this.lengths[index];
    if (start === undefined || length === undefined) return null;
    const from = start % BLOCK;
    return this.blocks[Math.floor(start / BLOCK)]?.toString('utf8', from, from + length) ?? null;
  }

  open(name: string): void {
    if (name === 'si') this.current = '';
    if (name === 'rPh') this.phonetic = true;
    if (name === 't') this.collecting = !this.phonetic;
  }

  text(text: string): void {
    if (this.collecting && this.current !== null) this.current += text;
  }

  close(name: string): void {
    if (name === 't') this.collecting = false;
    if (name === 'rPh') this.phonetic = false;
    if (name !== 'si' || this.current === null) return;
    this.add(this.current);
    this.current = null;
  }

  private add(text: string): void {
    const bytes = Buffer.from(text.slice(0, LIMITS.line));
    this.total += bytes.length;
    if (this.total > LIMITS.sharedText || this.starts.length >= LIMITS.sharedCount)
      throw new Unreadable('工作簿的文字总量过大，请分成几个文件，或另存为 CSV 后再导入');
    if (this.used + bytes.length > BLOCK) this.grow(bytes.length);
    const block = this.blocks.length - 1;
    bytes.copy(this.blocks[block] ?? bytes, this.used);
    this.starts.push(block * BLOCK + this.used);
    this.lengths.push(bytes.length);
    this.used += bytes.length;
  }

  private grow(atLeast: number): void {
    if (atLeast > BLOCK) throw new Unreadable('工作簿中有过长的单元格，拒绝读取');
    this.blocks.push(Buffer.allocUnsafeSlow(BLOCK));
    this.used = 0;
  }
}
