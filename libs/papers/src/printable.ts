/** What XML 1.0 cannot hold: control characters but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\ufffe\uffff]/gu;

/** A text that any office program can open; what cannot be written shows as the replacement character. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '\ufffd');
