import type { Random } from './random.js';

/** Ways in which bulk senders hide a word from filters. */
const DISGUISES: Readonly<Record<string, readonly string[]>> = {
  保本: ['保.本', '保*本', '保 本', '宝本', '葆本'],
  保息: ['保-息', '保.息', '保 息'],
  收益: ['收 益', '收溢', '收/益', '収益'],
  理财: ['理.财', '理財', '里财', '理 财'],
  投资: ['投.资', '投資', '投 资', '头资'],
  月息: ['月.息', '月 息', '月熄'],
  年化: ['年.化', '年 化', '年hua'],
  贷款: ['代款', '貸款', '贷.款'],
  征信: ['征.信', '怔信', '征 信'],
  微信: ['薇信', 'V信', '微.信', '徽信'],
  返利: ['返.利', '反利', '返 利'],
  稳赚: ['稳.赚', '稳钻', '穩賺'],
  零风险: ['零风.险', '0风险', '零 风 险', '零風險'],
  高收益: ['高 收 益', '高収益', '高.收.益'],
  分红: ['分.红', '分紅', '芬红'],
  外汇: ['外.汇', '外匯', '歪汇'],
  虚拟货币: ['虚.拟.币', '虚擬貨幣'],
  内幕: ['内.幕', '內幕'],
  涨停: ['涨.停', '漲停'],
  返: ['辶反'],
};

const wide = (text: string): string =>
  text.replace(/[0-9%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Disguises some of the telling words of an advertisement, sometimes its digits too. */
export function obfuscate(text: string, random: Random): string {
  let hidden = text;
  for (const [word, forms] of Object.entries(DISGUISES))
    if (hidden.includes(word) && random.chance(word.length > 1 ? 0.75 : 0.1))
      hidden = hidden.replaceAll(word, random.pick(forms));
  return random.chance(0.3) ? wide(hidden) : hidden;
}
