import { printable } from '../printable.js';

/** What Windows, macOS or Linux would not take in a name, and what turns the direction of writing. */
const FORBIDDEN =
  /[<>:"/\\|?*\u0000-\u001f\u007f\ufffd\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Devices of Windows: a file of such a name cannot be unpacked. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** UTF-8 bytes: file systems take 255, and a number may still come behind. */
const LONGEST = 200;

/** A name that can be unpacked anywhere and leads nowhere else. */
export function fileName(name: string): string {
  const last = printable(name.normalize('NFC')).split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(FORBIDDEN, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .replace(DEVICE, '_$1');
  return shortened(plain === '' ? '未命名' : plain);
}

/** Names of which none comes twice, even where case does not count. */
export function distinctNames(names: readonly string[], reserved: readonly string[]): string[] {
  const taken = new Set(reserved.map((name) => name.toLowerCase()));
  return names.map((name) => {
    const plain = fileName(name);
    const [stem, end] = parted(plain);
    let free = plain;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${stem}(${n})${end}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The name and its ending; an ending is short. */
function parted(name: string): readonly [stem: string, end: string] {
  const end = /(?<=.)\.[^.]{1,10}$/u.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - end.length), end];
}

function shortened(name: string): string {
  const [stem, end] = parted(name);
  const room = LONGEST - Buffer.byteLength(end);
  const characters = Array.from(stem);
  while (Buffer.byteLength(characters.join('')) > room) characters.pop();
  return `${characters.join('')}${end}`;
}
