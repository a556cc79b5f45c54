import type { Drawing } from '../charts/drawing.js';
import type { Style } from './sheet.js';

/** Something printed; places are in points from the upper left corner of the piece, text stands on `y`. */
export type Ink =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly style: Style;
    }
  | {
      readonly kind: 'rule';
      readonly x: number;
      readonly y: number;
      readonly toX: number;
      readonly toY: number;
      readonly width: number;
    }
  | {
      readonly kind: 'drawing';
      readonly drawing: Drawing;
      readonly scale: number;
      readonly x: number;
    };

/** A strip over the whole width that is never torn. */
export interface Piece {
  readonly height: number;
  readonly ink: readonly Ink[];
  /** Whether the next piece has to stand on the same page. */
  readonly keepNext?: boolean;
  /** A picture may be drawn smaller, so that it still fits on a page, but no lower than this. */
  readonly smaller?: { readonly least: number; readonly at: (height: number) => Piece } | undefined;
  /** What comes again at the top of a page that begins with this piece: the head of a table. */
  readonly head?: Piece | undefined;
}

/** A piece and how far down its page it stands. */
export interface Placed {
  readonly piece: Piece;
  readonly top: number;
}

/** Deals pieces out to pages of this height; what keeps to the next goes over together with it. */
export function pagesOf(pieces: readonly Piece[], height: number): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let top = 0;
  for (const whole of groupsOf(pieces)) {
    const group = top > 0 ? squeezed(whole, height - top) : whole;
    const needed = heightOf(group);
    if (top > 0 && top + Math.min(needed, height) > height + 0.01) {
      pages.push([]);
      top = 0;
      const again = group[0]?.head;
      if (again) top = set(pages, again, top);
    }
    for (const [nth, piece] of group.entries()) {
      if (top > 0 && top + piece.height > height + 0.01) {
        pages.push([]);
        top = nth > 0 && piece.head ? set(pages, piece.head, 0) : 0;
      }
      top = set(pages, piece, top);
    }
  }
  return pages;
}

const heightOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + piece.height, 0);

/** Pieces with their picture as much smaller as the room left on the page wants; as they are where that is too small. */
function squeezed(group: readonly Piece[], room: number): readonly Piece[] {
  const over = heightOf(group) - room;
  if (over <= 0) return group;
  return group.map((piece) => {
    const height = piece.height - over;
    return piece.smaller && height >= piece.smaller.least ? piece.smaller.at(height) : piece;
  });
}

function set(pages: readonly Placed[][], piece: Piece, top: number): number {
  pages.at(-1)?.push({ piece, top });
  return top + piece.height;
}

/** Pieces that must not be parted. */
function groupsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  pieces.forEach((piece, i) => {
    if (pieces[i - 1]?.keepNext) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  });
  return groups;
}
