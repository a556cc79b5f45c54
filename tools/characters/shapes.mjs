/** What characters are made of (cjk-decomp by Gavin Grover, Apache-2.0), and which look alike. */
import { levelOne, standard } from './gb2312.mjs';
import { hanCharacters } from './sounds.mjs';
import { source } from './sources.mjs';

const made = new Map();
for (const line of source('cjk-decomp.txt').split('\n')) {
  const [, char, kind, parts] = /^(.+?):([^(]+)\((.*)\)/u.exec(line) ?? [];
  if (char) made.set(char, { kind, parts: parts === '' ? [] : parts.split(',') });
}

const isHan = (text) => [...text].length === 1 && /\p{Script=Han}/u.test(text);
const partsOf = (char) => (made.get(char)?.parts ?? []).filter(isHan);

/** A part of so many characters is a mere radical and gives no sound: 氵, 扌, 口. */
const RADICAL = 200;

const sounding = new Set(hanCharacters);

/** Each entry is a part and the characters made with it, where the part may lend its sound. */
export function parts() {
  const groups = new Map();
  for (const char of hanCharacters)
    for (const part of new Set(partsOf(char)))
      if (part !== char && part.codePointAt(0) <= 0xffff)
        groups.set(part, (groups.get(part) ?? '') + char);
  return [...groups]
    .filter(([part, chars]) => chars.length <= RADICAL && (chars.length > 1 || sounding.has(part)))
    .map(([part, chars]) => part + chars);
}

/** Each entry is two parts that stand side by side or one above the other, and the everyday character they make. */
export function splits() {
  const entries = [];
  for (const char of standard) {
    const { kind = '', parts: whole = [] } = made.get(char) ?? {};
    if (whole.length !== 2 || !whole.every(isHan) || !/^[ad](\/|$)/.test(kind)) continue;
    if (whole.some((part) => part.codePointAt(0) > 0xffff)) continue;
    // Parts that only typesetters know are typed as the character they come from: ⺮ as 竹.
    for (const left of typed(whole[0]))
      for (const right of typed(whole[1])) entries.push(left + right + char);
  }
  return [...new Set(entries)];
}

const TYPED = {
  亻: '亻イ人',
  氵: '氵彡',
  钅: '钅釒金',
  讠: '讠訁言',
  纟: '纟糹',
  饣: '饣飠',
  扌: '扌才',
  '⺮': '竹',
  '⻊': '足',
  '⺙': '攵',
};
const typed = (part) => [...(TYPED[part] ?? part)];

/** Characters with nearly one silhouette that share no part; drawn by hand from the shapes themselves. */
const ALIKE = `
天夭兲 日曰 元亓兀 开亓幵 册卌 子孑孒孓 余佘 育肓 内禸 人入 己已巳 未末 土士 免兔 兑兖 微徽徵溦 户卢戸 门冂 口囗
千干于 牛午 王玉 大太犬 力刀 币帀市巿 电甲由申 本夲 戊戌戍 鸟乌 今令 分兮 白臼自 目且 直真 理埋 赢羸嬴 卡下卞 网罔冈
讯汛 记讫 盘盆 票栗 买卖实 享亨 仕任 竞竟 卷券劵 冒昌 拔拨 贝见 东车 贷货 历厉 系糸 采釆
`;

/** Each entry is a character and one that is taken for it. */
export function alike() {
  return ALIKE.split(/\s+/).flatMap((group) =>
    [...group].flatMap((written) =>
      [...group].flatMap((meant) =>
        written !== meant && levelOne.has(meant) ? [written + meant] : [],
      ),
    ),
  );
}
