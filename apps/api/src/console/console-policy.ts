/**
 * What the pages of the workbench may do: run and ask this house alone. Styles that components write while they
 * run must know the word that this answer alone carries.
 */
export const consolePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    // The text of a bulletin, which brings its own looks and runs nothing.
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
