import { escapeHtml } from '@risk/kit';
import type { ComposedNotice } from './notice-page.js';
import type { LeasedNotice } from './ports.js';
import type { NoticeWords } from './writing.js';

const ASK = '请确认已阅';
const WITHOUT_LINK = '阅后请在平台收件箱中标为已读。';

/** A bulletin was printed when it was issued; only the way to say that it was read is each reader's own. */
export function bulletinNotice(
  { id, said, enclosure }: LeasedNotice,
  { receiptLink }: Pick<NoticeWords, 'receiptLink'>,
): ComposedNotice {
  if (!said || !enclosure) throw new Error(`notice ${id} carries no bulletin`);
  const link = receiptLink(id, enclosure.receipt);
  return {
    subject: said.subject,
    text: `${said.body}\n\n${link === null ? WITHOUT_LINK : `${ASK}：${link}`}\n`,
    html: withFooter(enclosure.html, footerOf(link)),
    attachments: enclosure.files,
  };
}

function footerOf(link: string | null): string {
  const words = link === null ? WITHOUT_LINK : linkOf(link);
  return `<p style="font-family:'Microsoft YaHei',sans-serif;font-size:14px;line-height:24px;text-align:center;margin:16px">${words}</p>`;
}

const linkOf = (link: string): string =>
  `<a href="${escapeHtml(link)}" style="color:#0958d9">${ASK}</a>`;

/** Before the body ends, wherever that is. */
function withFooter(html: string, footer: string): string {
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + footer : html.slice(0, end) + footer + html.slice(end);
}
