/** A place in millimetres from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in millimetres. */
export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** Something to be drawn; later marks cover earlier ones. */
export type Mark =
  | ({
      readonly kind: 'box';
      readonly fill: string;
      readonly edge?: Pen;
      readonly round?: number;
    } & Area)
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly pen: Pen }
  | { readonly kind: 'shape'; readonly points: readonly Point[]; readonly fill: string }
  | ({ readonly kind: 'disc'; readonly radius: number; readonly fill: string } & Point)
  | Words;

/** A line's colour and thickness; dashes are lengths of ink and gap in turn. */
export interface Pen {
  readonly colour: string;
  readonly width: number;
  readonly dashes?: readonly number[];
}

/** A line of text; `y` is where its characters stand on. */
export interface Words extends Point {
  readonly kind: 'words';
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: string;
}

/** A chart as marks on a sheet. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** How wide a text stands at a size, both in millimetres. */
export type Measure = (text: string, size: number) => number;

/** The type area of paper is this wide. */
export const WIDTH = 156;

/** Text stands in the middle of a line when its foot is this much of its size below the middle. */
export const FOOT = 0.36;

/** A rectangle of this size with a place in its middle. */
export const areaAround = (
  { x, y }: Point,
  { width, height }: Pick<Area, 'width' | 'height'>,
): Area => ({ x: x - width / 2, y: y - height / 2, width, height });

/** Whether two rectangles share ground. */
export const overlap = (a: Area, b: Area): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Where the ink of a line of text is. */
export function areaOf({ x, y, text, size, anchor }: Words, measure: Measure): Area {
  const width = measure(text, size);
  const shares = { start: 0, middle: 0.5, end: 1 };
  return { x: x - width * shares[anchor], y: y - size * 0.88, width, height: size * 1.04 };
}
