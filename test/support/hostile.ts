/** What a schema of a feed says of one field. */
export interface Field {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
}

/** A browser that runs it says so here. */
export const RAN = 'hostileTextRan';

/**
 * A text that would run as a script of a page, as a formula of a spreadsheet, as a template, and that turns what is
 * read around; by its name it is known where it came from.
 */
export const hostile = (name: string): string =>
  `=1+1<img src=x onerror="window.${RAN}='${name}'"><script>window.${RAN}='${name}'</script>{{7*7}}\${7*7}"'\u202e${name}`;

/** The same where a name must be short; a browser that runs it opens a dialog. */
export const hostileName = (name: string): string => `=1<img src=x onerror=alert()>${name}`;

/** A record in which every text that may be anything is hostile; `given` says what stands at a path instead. */
export function hostilePayload(
  field: Field,
  given: Readonly<Record<string, unknown>>,
  path = '',
): unknown {
  if (path in given) return given[path];
  if (field.enum) return field.enum[0];
  if (field.properties) {
    const parts = Object.entries(field.properties).map(([name, part]) => [
      name,
      hostilePayload(part, given, path ? `${path}.${name}` : name),
    ]);
    return Object.fromEntries(parts) as unknown;
  }
  if (field.items) return [hostilePayload(field.items, given, `${path}[]`)];
  if (field.type !== 'string') return field.type === 'boolean' ? false : 1;
  if (field.pattern ?? field.format) throw new Error(`say what stands at ${path}`);
  return hostile(path);
}
