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
  for (const group of groupsOf(pieces)) {
    const needed = group.reduce((sum, piece) => sum + piece.height, 0);
    if (top > 0 && top + Math.min(needed, height) > height + 0.01) {
      pages.push([]);
      top = 0;
      const again = group[0]?.head;
      if (again) top = set(pages, again, top);
    }
    for (const piece of group) {
      if (top > 0 && top + piece.height > height + 0.01) {
        pages.push([]);
        top = 0;
      }
      top = set(pages, piece, top);
    }
  }
  return pages;
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
