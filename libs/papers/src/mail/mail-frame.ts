import { MAIL_EDGE, MAIL_WIDTH, inHtml } from './styles.js';

/** An enhancement only: without it the mail is the same with a wider edge and narrower columns. */
const SMALL_SCREENS = [
  '@media only screen and (max-width:480px){',
  'td[data-edge]{padding:18px 14px!important}',
  'th[data-label]{display:none!important}',
  'td[data-label]{display:block!important;border:0!important;padding:3px 0 3px 7em!important;text-align:left!important;min-height:1.5em}',
  'td[data-label]:before{content:attr(data-label);float:left;width:6.5em;margin-left:-7em;color:#595959}',
  'td[data-label]:first-child{padding-top:10px!important;border-top:2px solid #8c8c8c!important;font-weight:bold}',
  'td[data-label]:last-child{padding-bottom:10px!important}',
  '}',
].join('');

const OPENING = `<!--[if mso]><table role="presentation" align="center" width="${MAIL_WIDTH}" cellspacing="0" cellpadding="0" border="0"><tr><td><![endif]-->`;
const CLOSING = '<!--[if mso]></td></tr></table><![endif]-->';

/** The page of a mail: as wide as its window and never wider than 680 px; Word's engine is told so apart. */
export const mailFrame = (title: string, content: string): string =>
  [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">',
    `<title>${inHtml(title)}</title><style>${SMALL_SCREENS}</style></head>`,
    '<body style="margin:0;padding:0;background-color:#eef0f3">',
    '<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" bgcolor="#eef0f3" style="width:100%"><tr><td align="center">',
    OPENING,
    `<table role="presentation" align="center" width="100%" cellspacing="0" cellpadding="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:${MAIL_WIDTH}px">`,
    `<tr><td data-edge="" align="left" style="padding:${MAIL_EDGE}px;text-align:left">${content}</td></tr></table>`,
    CLOSING,
    '</td></tr></table></body></html>\n',
  ].join('');
