import { FAINT_INK, GRID } from './colours.js';
import { FOOT, WIDTH, type Drawing } from './drawing.js';

const HEIGHT = 30;
const SIZE = 3.6;

/** The picture of a chart that holds nothing: an empty one would look like a fault. */
export const NO_DATA: Drawing = {
  width: WIDTH,
  height: HEIGHT,
  marks: [
    {
      kind: 'box',
      x: 0.5,
      y: 0.5,
      width: WIDTH - 1,
      height: HEIGHT - 1,
      fill: 'none',
      edge: { colour: GRID, width: 0.25 },
    },
    {
      kind: 'words',
      x: WIDTH / 2,
      y: HEIGHT / 2 + SIZE * FOOT,
      text: '没有数据',
      size: SIZE,
      anchor: 'middle',
      fill: FAINT_INK,
    },
  ],
};
