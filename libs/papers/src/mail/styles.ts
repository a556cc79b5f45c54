import { escapeHtml } from '@risk/kit';
import { printable } from '../printable.js';

/** Pixels; what is wider is hard to read on a screen. */
export const MAIL_WIDTH = 680;
/** Pixels at each side of the text. */
export const MAIL_EDGE = 24;

/** The first is what Word's engine takes, the others are for Apple, Android and Linux. */
const FAMILY = `'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif`;

export const INK = '#1f1f1f';
export const PALE_INK = '#595959';
export const RULE = '#c8c8c8';

/** A font with its size and pitch; Word's engine inherits none of it into cells, so each cell says it. */
export const font = (size: number, pitch = 1.7): string =>
  `font-family:${FAMILY};font-size:${size}px;line-height:${pitch}`;

/** A text as it may stand in HTML: nothing in it is markup, and lines break where the writer broke them. */
export const inHtml = (text: string): string =>
  escapeHtml(printable(text)).replace(/\r\n|[\n\r]/gu, '<br>');

/** A text in a paragraph with a style. */
export const p = (text: string, style: string): string =>
  `<p style="margin:0;${font(16)};color:${INK};${style}">${inHtml(text)}</p>`;
