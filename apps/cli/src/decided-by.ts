import { Invalid } from '@risk/kit';

/** An option that takes a text, and one that may be given again and again. */
export const TEXT = { type: 'string' } as const;
export const MANY = { type: 'string', multiple: true, default: [] as string[] } as const;

/** The options that every decision of a person takes. */
export const DECIDED_BY = {
  by: { type: 'string', default: '' },
  because: { type: 'string', default: '' },
  seen: { type: 'string' },
} as const;

/** The one entity that a decision is about. */
export function onlyEntity([entity, ...rest]: readonly string[]): string {
  if (entity === undefined || rest.length > 0) throw new Invalid('请给出一个主体');
  return entity;
}

/** What the caller of a command saw last: nothing unless it says so. */
export const seenOf = (option: string | undefined): string | null =>
  option === undefined || option === 'none' ? null : option;
