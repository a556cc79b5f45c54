/** The media type of every page. */
export const HTML = 'text/html; charset=utf-8';

/** The media type of every style. */
export const CSS = 'text/css; charset=utf-8';
