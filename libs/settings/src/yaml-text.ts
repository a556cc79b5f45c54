import { stringify } from 'yaml';

/** Data as YAML that people edit: no anchors, long words in quotes on one line. */
export const yamlText = (value: unknown): string =>
  stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, defaultStringType: 'PLAIN' });
