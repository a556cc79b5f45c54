const MIB = 1024 * 1024;

/** Bounds that keep one process under 512 MB whatever the file; beyond them a file is refused with advice. */
export const LIMITS = {
  /** One line of text, one row of a table. */
  line: MIB,
  columns: 2_000,
  zipEntries: 2_000,
  /** Inflated bytes of one sheet, counted while inflating: the archive's own figures may lie. */
  sheet: 4_096 * MIB,
  /** Small parts: workbook, relations, styles. */
  part: 16 * MIB,
  /** Text of all shared strings, which must be at hand while the sheets are read. */
  sharedText: 96 * MIB,
  sharedCount: 4_000_000,
  /** Deflate reaches 1032:1; real sheets stay below 100:1. */
  ratio: 250,
  /** Below this size the ratio does not matter. */
  ratioFrom: 32 * MIB,
  /** Merged ranges that are looked at. */
  merges: 20_000,
  /** A JSON array or object that is not one line a record is held whole. */
  wholeJson: 32 * MIB,
} as const;
