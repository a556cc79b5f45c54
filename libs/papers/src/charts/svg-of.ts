import { assertNever } from '@risk/kit';
import type { Outline, Stroke, Typeface } from '../fonts/typeface.js';
import { GROUND } from './colours.js';
import type { Drawing, Mark, Pen, Point, Words } from './drawing.js';

/** A drawing as SVG whose letters are outlines already: whoever paints it needs no font. */
export function svgOf({ width, height, marks }: Drawing, typeface: Typeface): string {
  const painted = marks.map((mark) => svgOfMark(mark, typeface)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}"><rect width="100%" height="100%" fill="${GROUND}"/>${painted}</svg>`;
}

function svgOfMark(mark: Mark, typeface: Typeface): string {
  switch (mark.kind) {
    case 'box':
      return `<rect x="${num(mark.x)}" y="${num(mark.y)}" width="${num(mark.width)}" height="${num(mark.height)}" rx="${num(mark.round ?? 0)}" fill="${mark.fill}"${mark.edge ? penOf(mark.edge) : ''}/>`;
    case 'line':
      return `<polyline points="${pointsOf(mark.points)}" fill="none" stroke-linejoin="round"${penOf(mark.pen)}/>`;
    case 'shape':
      return `<polygon points="${pointsOf(mark.points)}" fill="${mark.fill}"/>`;
    case 'disc':
      return `<circle cx="${num(mark.x)}" cy="${num(mark.y)}" r="${num(mark.radius)}" fill="${mark.fill}"/>`;
    case 'words':
      return written(mark, typeface);
    default:
      return assertNever(mark);
  }
}

function penOf({ colour, width, dashes }: Pen): string {
  const dashed = dashes ? ` stroke-dasharray="${dashes.map(num).join(' ')}"` : '';
  return ` stroke="${colour}" stroke-width="${num(width)}"${dashed}`;
}

const pointsOf = (points: readonly Point[]): string =>
  points.map(({ x, y }) => `${num(x)},${num(y)}`).join(' ');

/** Micrometres are enough, and short numbers are read faster. */
const num = (value: number): string => String(Math.round(value * 1000) / 1000);

function written({ x, y, text, size, anchor, fill }: Words, typeface: Typeface): string {
  const shares = { start: 0, middle: 0.5, end: 1 };
  const left = x - typeface.width(text, size) * shares[anchor];
  const scale = size / 1000;
  const letters = lettersOf(typeface.outlinesOf(text));
  return `<g transform="translate(${num(left)} ${num(y)}) scale(${scale} ${-scale})" fill="${fill}">${letters}</g>`;
}

function lettersOf(outlines: readonly Outline[]): string {
  let pen = 0;
  return outlines
    .map(({ advance, strokes }) => {
      const at = pen;
      pen += advance;
      return strokes.length === 0
        ? ''
        : `<path transform="translate(${at})" d="${strokes.map(stroke).join('')}"/>`;
    })
    .join('');
}

const LETTERS: Readonly<Record<Stroke['command'], string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

const stroke = ({ command, args }: Stroke): string => `${LETTERS[command]}${args.join(' ')}`;
