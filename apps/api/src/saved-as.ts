/** What `encodeURIComponent` leaves alone and RFC 5987 does not allow in a value. */
const LEFT = /['()*!]/g;

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** A Content-Disposition under which a file is saved with its own name, Chinese or not (RFC 6266). */
export function savedAs(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(LEFT, percent);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
