/** The text that bytes hold, in each encoding in which they may be meant; none for what is no text. */
export function textsOf(bytes: Buffer): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return [new TextDecoder('utf-16le').decode(bytes)];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return [new TextDecoder('utf-16be').decode(bytes)];
  if (bytes.includes(0)) return [];
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? [text, new TextDecoder('gb18030').decode(bytes)] : [text];
}
