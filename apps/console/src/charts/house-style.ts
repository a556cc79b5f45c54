import type { ChartOption } from './chart-option.js';
import { FONTS } from '../shown/fonts.js';

/**
 * A picture in the look of the house. Hints are drawn within the picture: as markup they would bring styles
 * along, which the page does not let in. Nothing moves, as nowhere in the workbench.
 */
export const houseStyle = (option: ChartOption): ChartOption => ({
  animation: false,
  ...option,
  textStyle: { fontFamily: FONTS, fontSize: 12, color: '#1f2329' },
  ...(option.tooltip && !Array.isArray(option.tooltip)
    ? { tooltip: { ...HINT, ...option.tooltip, renderMode: 'richText' as const } }
    : {}),
});

const HINT = {
  confine: true,
  backgroundColor: '#ffffff',
  borderColor: '#98a2b3',
  textStyle: { color: '#1f2329', fontSize: 12, fontFamily: FONTS },
} as const;
