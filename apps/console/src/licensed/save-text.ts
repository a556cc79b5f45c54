import { handOut } from '../api/save-file.js';

/** Lets the browser save lines as a plain text: no spreadsheet takes any of it for a formula. */
export const saveText = (name: string, lines: readonly string[]): void =>
  handOut(new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/plain' }), name);
