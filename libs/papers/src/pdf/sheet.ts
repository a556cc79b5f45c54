/** The sheet of GB/T 9704-2012 in points (1/72 inch); the same figures as docx/layout.ts has in twips. */
export const SHEET = {
  width: 595.3,
  height: 841.9,
  left: 79.4,
  top: 104.9,
  /** The type area: 156 mm by 225 mm. */
  typeWidth: 442.2,
  typeHeight: 637.8,
} as const;

/** 22 of these fill the type area. */
export const LINE = 28.95;

/** One of the 28 characters of a line. */
export const CHARACTER = SHEET.typeWidth / 28;

export const SIZE = { two: 22, three: 16, four: 14, smallFour: 12 } as const;

export const POINTS_PER_MM = 72 / 25.4;

/** The faces of a PDF: free ones, whose weights stand for 仿宋, 小标宋, 黑体 and 楷体. */
export const FACES = {
  song: { family: 'noto-serif-sc', weight: 400 },
  heavy: { family: 'noto-serif-sc', weight: 700 },
  kai: { family: 'noto-serif-sc', weight: 550 },
  hei: { family: 'noto-sans-sc', weight: 500 },
  plain: { family: 'noto-sans-sc', weight: 400 },
} as const;

export type FaceName = keyof typeof FACES;

/** How a stretch of text is written; `spacing` is added behind each character. */
export interface Style {
  readonly face: FaceName;
  readonly size: number;
  readonly spacing: number;
}

const styled = (face: FaceName, size: number, spacing = 0): Style => ({ face, size, spacing });

/** Body text is squeezed a little, so that 28 characters of 16 points fill 442.2 points. */
export const STYLES = {
  body: styled('song', SIZE.three, CHARACTER - SIZE.three),
  heading1: styled('hei', SIZE.three, CHARACTER - SIZE.three),
  heading2: styled('kai', SIZE.three, CHARACTER - SIZE.three),
  title: styled('heavy', SIZE.two),
  mark: styled('kai', SIZE.three),
  small: styled('song', SIZE.four),
  cell: styled('song', SIZE.smallFour),
  head: styled('hei', SIZE.smallFour),
} as const;
