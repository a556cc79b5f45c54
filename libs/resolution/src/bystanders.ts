/**
 * Bodies that a complaint names because they handle, pay or carry things, not because it is about
 * them: authorities, licensed national institutions, utilities, big platforms. Data, one list a sort.
 */

/**
 * Bodies of the state as they are written in full. Firms may not bear the names of party, government,
 * military and mass bodies (企业名称登记管理规定 第十一条), so these also end what stands before a name.
 */
export const OFFICIAL_BODIES =
  '公安局 公安厅 公安分局 公安机关 公安部门 派出所 经侦支队 经侦大队 刑侦支队 刑侦大队 交警支队 交警大队 人民法院 中级人民法院 人民检察院 检察院 监察委员会 人民政府 市政府 县政府 区政府 省政府 镇政府 乡政府 管委会 街道办事处 街道办 居民委员会 村民委员会 居委会 村委会 ' +
  '市场监督管理局 市场监管局 市监局 工商局 工商行政管理局 金融监督管理局 金融监管局 金融监管总局 金融工作局 金融局 金融工作办公室 金融办 金融工作部门 金融管理部门 银保监局 银监局 证监局 税务局 财政局 商务局 民政局 司法局 信访局 住建局 人社局 教育局 ' +
  '有关部门 相关部门 主管部门 政府部门 监管部门 执法部门 职能部门 司法机关 政法委';

const AUTHORITY =
  /(?:派出所|公安[分总]?局|经侦[支大]?队|[支大]队|法院|检察院|检察厅|法庭|仲裁委员会?|政府|人民政府|街道办(?:事处)?|居委会|村委会|社区|居民委员会|村民委员会|管委会|管理委员会|委员会|国资委|信访[局办]|金融办|金融工作办公室|金融工作局|金融监管局|金融监督管理局|监督管理[总分]?局|监管[总分]?局|管理[总分]?局|税务[总分]?局|工商[总分]?局|市监局|[教民财司人交住审统卫环城水农林商文体气海][育政政法社通建计计健保管利业业务化育象关]局|局|(?:公安|财政|司法|商务|人社|住建)厅|部委|银保监[会局]?|证监[会局]|保监[会局]|人民银行|人行|央行|外汇局|纪委|监委|督导组|工作组|专案组|党委|人大|政协|工会|妇联|消协|消费者协会|消费者委员会|热线|服务热线|政务服务中心|政务中心|便民服务中心|为民服务中心|市民中心|公证处|登记中心|不动产登记中心|公积金(?:管理)?中心|人民医院|中心医院|卫生院|小学|中学|大学|学院|一中|车管所|[司财税监国工看拘戒][法政务管土商守留毒]所|电视台|日报社|部门|机关|海关|办公室|办公厅|领导小组|专班|联席会议|常委会|团委|委|反诈中心|(?:综治|网格|指挥|接访|接待|融媒体|举报)中心|救助站|(?<![代包承举主协民公开兴自创筹])办|(?:公安|财政|商务|教育|民政|司法|住建|工信|农业农村|外交|国防|组织|宣传|统战|武装)部|(?:人民银行|央行)[\u4e00-\u9fff]{2,6}行|(?:监管|农村|文旅|教育|民政|资源|环境|水利|运输|应急)厅)$/;

/** A body of the state and what belongs inside it: 公安局反诈中心, 人民政府宣传栏, 金融办工作人员. */
const INSIDE = new RegExp(
  `(?:${OFFICIAL_BODIES.replaceAll(' ', '|')})[\u4e00-\u9fff]{0,6}(?:中心|栏|窗口|大厅|[科股室组处站庭网台]|官网|公众号|微信|微博|热线|民警|干警|人员|干部|领导|负责人)$`,
);

const LICENSED_BANK =
  /(?:^|中国|股份)(?:工商|农业|建设|交通|邮政储蓄|邮储|招商|浦发|浦东发展|中信|光大|华夏|民生|兴业|广发|平安|浙商|恒丰|渤海|进出口|农业发展|国家开发|北京|上海|南京|宁波|江苏|杭州|徽商|长沙|湖南|华融湘江|三湘|微众|网商|厦门|广州|东莞|郴州农村商业|农村商业|农商|村镇)银行|^中国银行|[\u4e00-\u9fff]{2,6}(?:农商行|农村商业银行|农村信用(?:合作)?联?社|农信社|村镇银行)|^(?:工行|农行|中行|建行|交行|邮储|招行)/;

const LICENSED_OTHER =
  /^(?:中国)?(?:人寿|平安|太平洋|太平|人民(?:财产)?|人保|新华|泰康|阳光|大地|泰山)(?:保险|财险|寿险|人寿|财产保险|人寿保险)|^中国(?:人寿|平安|人保|太保|移动|联通|电信|铁塔|石油|石化|邮政|银联)|^国家电网|^(?:证监会|银联|网联)/;

const CARRIER =
  /^(?:支付宝|微信|微信支付|财付通|腾讯(?:QQ)?|qq|抖音|快手|淘宝|天猫|京东|拼多多|美团|饿了么|滴滴(?:出行)?|百度|新浪微博|微博|今日头条|头条|小红书|知乎|高德地图|百度地图|钉钉|企业微信|华为|小米|苹果|安卓|vivo|oppo|天眼查|企查查|启信宝|爱企查|聚投诉|黑猫投诉|12345|12315|12306|问政湖南|问政|红网|百姓呼声|全国企业信用信息公示系统|网贷之家|裁判文书网|学习强国|随申办|国家反诈中心|国家企业信用信息公示系统)(?:平台|app|软件|公众号|小程序|网站|网|官网|客户端)?$/;

/** Last characters of the authorities above: most names end otherwise and need no closer look. */
const AUTHORITY_ENDS = new Set('所局队院庭会府处办区委厅行组协联线台社学中心大门关室班议部站');

const INSIDE_ENDS = new Set('心栏口厅科股室组处站庭网台号信博线警员部导人');

/** Which sort of bystander a name is, in Chinese, or null when it may be what the record is about. */
export function bystanderSort(name: string): string | null {
  const plain = name.toLowerCase();
  const last = plain.charAt(plain.length - 1);
  if (AUTHORITY_ENDS.has(last) && AUTHORITY.test(plain)) return '国家机关或公共机构';
  if (INSIDE_ENDS.has(last) && INSIDE.test(plain)) return '国家机关或公共机构';
  if (/行|农信|信用/.test(plain) && LICENSED_BANK.test(plain)) return '持牌银行';
  if (LICENSED_OTHER.test(plain)) return '持牌保险、通信等机构';
  return CARRIER.test(plain) ? '支付、社交等通用平台' : null;
}
