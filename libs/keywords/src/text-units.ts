/** The units of a text as numbers, copied at once: reading them one by one from a string costs twice the time. */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
/** Below this the call costs more than it saves. */
const SHORT = 16;

/** Scratch for the UTF-16 units of one text after another. */
export class TextUnits {
  private bytes = Buffer.alloc(0);
  units = new Uint16Array(0);

  /** Copies the units of a text; `units` may be longer than the text. */
  load(text: string): void {
    const { length } = text;
    if (this.units.length < length) this.grow(length);
    if (LITTLE_ENDIAN && length >= SHORT) this.bytes.write(text, 0, 'utf16le');
    else for (let at = 0; at < length; at++) this.units[at] = text.charCodeAt(at);
  }

  private grow(length: number): void {
    this.units = new Uint16Array(Math.max(1024, length));
    this.bytes = Buffer.from(this.units.buffer);
  }

  release(): void {
    this.units = new Uint16Array(0);
    this.bytes = Buffer.alloc(0);
  }
}
