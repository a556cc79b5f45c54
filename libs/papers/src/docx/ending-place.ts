/** How far from the right edge the unit and the date stand, in characters. */
export interface EndingPlace {
  readonly unit: number;
  readonly date: number;
}

/** The width of a text in characters: Latin letters and digits take half of one. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (/[\u0020-\u007e]/.test(char) ? 0.5 : 1), 0);

/** Where unit and date go (GB/T 9704-2012, 7.3.5): with a seal the date leads, without one the unit does. */
export function endingPlace(unit: string, date: string, sealed: boolean): EndingPlace {
  return sealed
    ? underSeal(widthOf(unit), widthOf(date))
    : withoutSeal(widthOf(unit), widthOf(date));
}

/** The date ends four characters from the right, the unit is centred over it; a long unit pushes both left. */
function underSeal(unit: number, date: number): EndingPlace {
  const centred = 4 + (date - unit) / 2;
  if (centred >= 0) return { unit: centred, date: 4 };
  return { unit: 0, date: (unit - date) / 2 };
}

/** The unit ends two characters from the right, the date begins two characters after the unit's begin. */
function withoutSeal(unit: number, date: number): EndingPlace {
  const dateRight = unit - date;
  if (dateRight >= 2) return { unit: 2, date: dateRight };
  return { unit: 4 + date - unit, date: 2 };
}
