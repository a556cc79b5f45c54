import { attribute, type XmlListener } from './xml-scanner.js';
import type { RawCell } from './cell-value.js';

/** A row of a sheet as its XML tells it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
}

/** Columns are written in letters: A is 0, AA is 26. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    index = index * 26 + digit;
  }
  return index - 1;
}

/** Collects the rows of a sheet while its XML streams by. */
export class SheetRows implements XmlListener {
  private ready: SheetRow[] = [];
  private row = 0;
  private cells: RawCell[] = [];
  private column = -1;
  private type = '';
  private style = 0;
  private value: string | null = null;
  private formula = false;
  private collecting = false;
  private phonetic = false;

  /** The rows that are complete, handed out once. */
  take(): SheetRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'row':
        this.startRow(attributes);
        break;
      case 'c':
        this.startCell(attributes);
        break;
      case 'f':
        this.formula = true;
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 'v':
      case 't':
        this.collecting = !this.phonetic;
        if (this.collecting) this.value ??= '';
        break;
    }
  }

  text(text: string): void {
    if (this.collecting) this.value = (this.value ?? '') + text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.collecting = false;
    if (name === 'rPh') this.phonetic = false;
    if (name === 'c') this.endCell();
    if (name === 'row') this.ready.push({ row: this.row, cells: this.cells });
  }

  private startRow(attributes: string): void {
    const given = Number(attribute(attributes, 'r') ?? Number.NaN);
    this.row = Number.isInteger(given) && given > this.row ? given : this.row + 1;
    this.cells = [];
    this.column = -1;
  }

  private startCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference === null ? this.column + 1 : columnIndex(reference);
    this.type = attribute(attributes, 't') ?? '';
    this.style = Number(attribute(attributes, 's') ?? 0);
    this.value = null;
    this.formula = false;
  }

  private endCell(): void {
    const { column, type, style, value, formula } = this;
    if (value !== null || formula) this.cells.push({ column, type, style, value, formula });
  }
}
