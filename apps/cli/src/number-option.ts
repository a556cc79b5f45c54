import { Invalid } from '@risk/kit';

/** The number of an option; null when it was not given. */
export function numberOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new Invalid(`${name} “${text}”不是数字`);
  return value;
}
