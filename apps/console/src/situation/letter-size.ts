import { useEffect, useState } from 'react';

/** As many letters of the wall's plain size go beside and above one another on its screen. */
const ACROSS = 96;
const DOWN = 54;
/** Below this nobody reads them. */
const LEAST = 12;

/** How large plain letters are on a screen that is looked at from afar, in pixels: 14 at 1366 × 768, 40 at 4K. */
export const letterSize = (width: number, height: number): number =>
  Math.max(LEAST, Math.round(Math.min(width / ACROSS, height / DOWN) * 10) / 10);

const here = (): number => letterSize(window.innerWidth, window.innerHeight);

/** The size of plain letters on the screen there is, following it. */
export function useLetterSize(): number {
  const [size, setSize] = useState(here);
  useEffect(() => {
    const measure = (): void => setSize(here());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return size;
}
