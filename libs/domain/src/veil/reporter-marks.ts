/** Common surnames; those that are everyday words as well are left out, or their sentences would be masked. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏锺汪田任姜范姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷汤尹黎易贺赖龚欧阳';
const SURNAME = `[${SURNAMES}]`;
const CHARACTER = '[\\u4e00-\\u9fff]';
const GIVEN = `${CHARACTER}{1,3}?`;
const STOP = '，,。；;：:！!？?、（(）)\\s';
const AFTER_NAME = `(?=$|[${STOP}]|男|女|是|系|住|家住|今年|身份证|电话|手机|联系|反映|来电|投诉|举报|实名|称)`;
const NAME = `${SURNAME}${GIVEN}${AFTER_NAME}`;
const IS = '(?:号码?)?(?:[是为]|[：:])?\\s*';
const MINE = '(?:我|本人|我们?家)的?';

/** A stretch of a place: up to the next word that ends one; a verb in between ends the place before it. */
const STRETCH = `[^${STOP}的我他她在到去被从向与和把让叫有]{0,10}?`;
const UNIT =
  '(?:省|市|自治州|县|区|镇|乡|街道|办事处|大道|路|街|巷|弄|号|栋|幢|座|单元|楼|层|室|村|组|队|屯|社区|花园|家园|小区|公寓|宿舍|苑|里)';
const PLACE = `${STRETCH}${UNIT}(?:${STRETCH}${UNIT})*(?:\\d+|[一二三四五六七八九十]+)?`;
const HOME_UNIT = '(?:镇|乡|街道|社区|小区|村|组|队|屯)';

/** A way to tell who one is: the words that lead to it, and what follows them, which is to be hidden. */
export interface ReporterMark {
  /** Cheap: a text without any of them holds none. */
  readonly hints: readonly string[];
  readonly pattern: RegExp;
}

const after = (hints: string, cue: string, what: string): ReporterMark => ({
  hints: hints.split(' '),
  pattern: new RegExp(`(?<=${cue})${what}`, 'gu'),
});

const CALLERS =
  '来电人 投诉人 举报人 反映人 信访人 求助人 诉求人 来访人 来信人 申请人 市民 群众 居民 村民';
const WHO = `(?:${CALLERS.replaceAll(' ', '|')})(?:姓名)?[：:]?`;
const MINE_HINTS = '我的 我电 我手 我联 我微 我邮 我QQ 我家 我们 本人';
const NUMBER = '[\\d０-９+＋][\\d０-９\\-－ ]{5,20}';

/** By what people tell who they are. One entry to add one. */
export const REPORTER_MARKS: readonly ReporterMark[] = [
  after(
    '我叫 我名叫 我的名字 本人 落款 署名',
    '(?:我叫|我名叫|我的名字[叫是为]|本人(?:名叫|叫|姓名[：:是为]?)?|落款[：:]|署名[：:]?)\\s*',
    NAME,
  ),
  after(
    '我是',
    '我是\\s*',
    `${SURNAME}${CHARACTER}{1,2}(?=[，,（(]?(?:男|女|身份证|家?住|今年|电话|手机|汉族))`,
  ),
  after(
    CALLERS,
    WHO,
    `\\s*${SURNAME}(?:先生|女士|小姐|同志|大爷|大妈|阿姨|老人|师傅|某某?|[*＊x×]{1,2})`,
  ),
  after(
    CALLERS,
    WHO,
    `\\s*${SURNAME}${CHARACTER}{1,2}?(?=反映|来电|来信|投诉|举报|表示|咨询|[称，,：:（(])`,
  ),
  after(MINE_HINTS, `${MINE}(?:联系)?(?:电话|手机|手机号|号码|联系方式)${IS}`, NUMBER),
  after('来电 主叫 回拨 本机', '(?:来电|主叫|回拨|本机)(?:电话|号码)?[：:是为]?\\s*', NUMBER),
  after(MINE_HINTS, `${MINE}(?:微信|微信号|QQ|邮箱)${IS}`, '[A-Za-z0-9_.@\\-]{5,40}'),
  after(
    '身份 证件号',
    `(?:身份证|身份证号|公民身份|证件号)${IS}`,
    '[\\d０-９][\\d０-９ ]{13,20}[\\dXxＸｘ０-９]',
  ),
  after(
    '住 户籍 我家在',
    '(?:家住|我住在?|本人住在?|我们住在?|现住在?|现居住?[于在]?|居住[在于]|户籍(?:地|所在地)?[是为：:]|(?:家庭)?住址[是为：:]?|我家住?在)\\s*',
    PLACE,
  ),
  after(
    '我是 我系 我们是 我们系 本人是 本人系 俺是',
    '(?:我|本人|我们|俺)(?:是|系)(?:来自)?\\s*',
    `${STRETCH}(?:${UNIT}${STRETCH})*${HOME_UNIT}(?=的|人|村民|居民|业主|$|[${STOP}])`,
  ),
];
