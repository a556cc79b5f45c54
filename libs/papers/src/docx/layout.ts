/**
 * The sheet of GB/T 9704-2012 in twips (1/1440 inch): A4, type area 156 × 225 mm, 22 lines of 28
 * characters of size three.
 */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  /** The page number stands 7 mm under the type area: 35 − 7 − 5 (its own height) = 23 mm from the edge. */
  footer: 1304,
} as const;

export const TYPE_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** 28.95 pt, so that 22 lines fill 225 mm; the standard asks for 28 to 29. */
export const LINE = 579;

/** One of the 28 characters of a line; size three alone (320) would leave room for 27. */
export const CHARACTER = Math.floor(TYPE_WIDTH / 28);

/** Half points. */
export const SIZE = {
  smallZero: 72,
  one: 52,
  two: 44,
  three: 32,
  four: 28,
  smallFour: 24,
} as const;

/** What the grid adds to each character, in 1/4096 pt (ECMA-376, 17.6.5). */
export const CHARACTER_SPACE = Math.round((TYPE_WIDTH / 28 / 20 - SIZE.three / 2) * 4096);

/** Fonts by name; they are commercial and never shipped, so each has a stand-in that Windows and WPS know. */
export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
} as const;

/** Who stands in for a font that a machine lacks. */
export const STAND_INS: Readonly<Record<string, string>> = {
  [FONT.title]: '宋体',
  [FONT.body]: '仿宋',
  [FONT.kai]: '楷体',
  [FONT.hei]: 'SimHei',
  [FONT.song]: 'SimSun',
};
