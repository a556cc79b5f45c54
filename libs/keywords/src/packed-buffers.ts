/** The memory of packed tables, which changes hands between threads instead of being copied. */
export function buffersOf(packed: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(packed)) return [packed.buffer as ArrayBuffer];
  return typeof packed === 'object' && packed !== null
    ? Object.values(packed).flatMap(buffersOf)
    : [];
}
