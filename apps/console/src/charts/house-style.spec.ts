import { describe, expect, it } from '@jest/globals';
import { houseStyle } from './house-style.js';

describe('a picture in the look of the house', () => {
  it('moves only where somebody asks for it', () => {
    expect(houseStyle({})['animation']).toBe(false);
    expect(houseStyle({ animation: true })['animation']).toBe(true);
  });

  it('never draws a hint as markup, which would bring styles along', () => {
    const { tooltip } = houseStyle({ tooltip: { renderMode: 'html', trigger: 'axis' } });
    expect(tooltip).toMatchObject({ renderMode: 'richText', trigger: 'axis', confine: true });
  });

  it('has no hint where none was asked for', () => {
    expect(houseStyle({})).not.toHaveProperty('tooltip');
  });
});
