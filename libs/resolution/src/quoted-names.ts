/** A quotation that is marked as a name, and what marks it. */
interface Quote {
  readonly start: number;
  readonly end: number;
  readonly cue: string;
}

const QUOTED = /[「『《“"‘【〖]([^「」『』《》“”"‘’【】〖〗，。；！？、\s]{2,24})[」』》”"’】〗]/g;
const BEHIND =
  /^(?:[\u4e00-\u9fff]{0,4}?(?:平台|公司|投资|理财|软件|钱包|小程序|商城|公众号|项目|网站|养老|基金|合作社|交易所|店|会所|俱乐部)|app|微信群|群)/i;
const BEFORE =
  /(?:名为|名叫|叫做?|叫作|称为|平台|app|软件|公众号|微信群|商城|项目|公司|网站)[：:是]?$/i;
const OWN_ENDING = /(?:公司|平台|app|理财|投资|财富|资本|金融|合作社|基金|钱包|贷|宝)$/i;
const NO_NAME = /[的了吗吧呢是]|条例|办法|规定|通知|合同|协议|证书|许可证|执照|保单/;

/** The quotations of a text that a word behind, a word before or their own ending marks as names. */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  for (const quote of text.matchAll(QUOTED)) {
    const inner = quote[1] ?? '';
    const cue = NO_NAME.test(inner) ? undefined : cueOf(text, quote.index, inner);
    if (cue !== undefined)
      quotes.push({ start: quote.index + 1, end: quote.index + 1 + inner.length, cue });
  }
  return quotes;
}

function cueOf(text: string, at: number, inner: string): string | undefined {
  const end = at + inner.length + 2;
  return (
    BEHIND.exec(text.slice(end, end + 8))?.[0] ??
    BEFORE.exec(text.slice(Math.max(0, at - 6), at))?.[0] ??
    OWN_ENDING.exec(inner)?.[0]
  );
}
