import type { AdvertisementPayload } from '@risk/domain';

type Medium = NonNullable<AdvertisementPayload['medium']>;

/** A lawful kind of advertisement. */
export interface AdvertisementTheme {
  readonly who: readonly string[];
  readonly media: readonly Medium[];
  readonly texts: readonly string[];
}

const theme = (who: string, media: string, ...texts: readonly string[]): AdvertisementTheme => ({
  who: who.split(' '),
  media: media.split(' ') as Medium[],
  texts,
});

/** Lawful advertisements, among them those of licensed institutions and warnings against fraud. */
export const ADVERTISEMENT_THEMES: readonly AdvertisementTheme[] = [
  theme(
    '{brand}银行郴州分行 {brand}农村商业银行 {brand}村镇银行',
    'outdoor wechat web leaflet',
    '“[稳享|安盈|月月添]{no}号”[净值型|开放式]理财产品，业绩比较基准{low}%—{high}%（年化），[风险等级R2|中低风险]。理财非存款、产品有风险、投资须谨慎。[过往业绩不代表未来表现|业绩比较基准不构成收益承诺]。',
    '大额存单{years}年期，年利率{low}%，{few}0万元起存，[额度有限|具体以网点公示为准]，[受存款保险保护|欢迎到{road}支行咨询]。',
    '[惠农贷|税易贷|创业担保贷款]：[小微企业|返乡创业]最高{few}0万元，年化利率（单利）{high}%起，[以实际审批为准|请根据还款能力合理借贷]。',
  ),
  theme(
    '{brand}基金管理有限公司 {brand}证券郴州营业部',
    'web app wechat',
    '{brand}[稳健|价值]混合基金[正在发行|开放申购]，基金有风险，投资需谨慎，[不保证本金和收益|请阅读招募说明书]，代销机构：郴州营业部。',
    '投资者教育：[读懂K线之前先读懂风险|适当性管理三步走]，{month}月{day}日在{road}营业部举行，[不荐股、不收费|凭身份证入场]。',
  ),
  theme(
    '{brand}人寿保险郴州中心支公司 {brand}财产保险郴州支公司',
    'outdoor wechat leaflet',
    '[百万医疗|少儿门诊]保险，[每天不到两块钱|投保年龄0—60周岁]，[免责条款详见合同|犹豫期{few}5天]，客服网点：{road}{no}号。',
    '商业养老保险：[分红不确定|演示利率仅供参考]，[请在官方网点投保|销售人员须持证上岗]，地址{county}{road}。',
  ),
  theme(
    '{county}公安局反诈中心 {county}金融工作部门 {county}人民政府宣传栏',
    'outdoor wechat tv leaflet video',
    '【反诈提醒】凡是[承诺保本高息|说“稳赚不赔”]的，都是诈骗！谨防[虚拟货币投资|刷单返利|养老公寓返本]骗局，[不轻信、不转账|遇事拨打96110]。[第{no}期|{month}月{day}日发布]',
    '防范非法集资宣传月：高收益伴随高风险，[天上不会掉馅饼|你看中的是利息，别人盯的是本金]，切勿参与[“月息3分”|“保本付息”]的民间集资。{town}宣传点{no}号。',
    '警惕“[征信修复|债务优化]”陷阱！[个人征信异议申请不收费|任何机构无权删除真实逾期记录]，如遇[收费洗白|代理维权]请拨打12363。（{county}，{month}月{day}日）',
  ),
  theme(
    '{brand}超市 {brand}百货 {brand}生活广场',
    'leaflet outdoor sms wechat',
    '{road}店[店庆|开业|换季]大促，{month}月{day}日起[全场{few}折|满{few}0减{few}]，[鸡蛋每斤3块9|大米直降]，[会员双倍积分|送完即止]。',
    '[年货节|中秋特惠]：[腊肉|东江鱼|临武鸭]礼盒{few}8元，{estate}店到店自提[免配送费|再送抽纸]。',
  ),
  theme(
    '{brand}置业 {brand}地产',
    'outdoor web wechat leaflet',
    '{estate}[新品加推|样板间开放]，建面{no}㎡[三房|四房]，[精装交付|双阳台]，地址：{county}{road}，[预售证号见售楼部公示|以政府批准文件为准]。',
    '{estate}[现房|准现房]在售，均价每平方米{few}{few}00元，[不含装修|交通图为示意]，{month}月{day}日[开盘|团购会]。',
  ),
  theme(
    '{brand}职业学校 {brand}艺术中心 {brand}驾校',
    'leaflet wechat outdoor web',
    '[秋季|春季]招生：[护理|数控|幼教]专业，学制{few}年，[学费减免政策见简章|国家资助]，咨询地址{county}{road}{no}号。',
    '[暑假班|周末班]报名：[少儿书法|街舞|游泳]，{few}节体验课{few}9元，{estate}校区，{month}月{day}日开课。',
  ),
  theme(
    '{brand}餐饮 {brand}鱼粉 {brand}火锅',
    'wechat video leaflet app',
    '[新店开业|周年庆]！{road}{no}号，[四人套餐|双人餐]{no}元，[凭此单送酸梅汤|限前{few}0桌]，[中午十一点|下午五点]起营业。',
    '招牌[栖凤渡鱼粉|嗦螺|血鸭]回归，{estate}店{month}月{day}日[第二份半价|学生八折]。',
  ),
  theme(
    '{brand}口腔 {brand}体检中心 {brand}大药房',
    'outdoor wechat leaflet',
    '[洗牙|窝沟封闭]{few}9元，医疗广告审查证明文号见门店，地址{county}{road}{no}号，[需预约|周一休息]。',
    '[入职体检|中老年体检]套餐{no}元起，{month}月{day}日起[空腹到检|家属同享]，{town}门店。',
  ),
  theme(
    '{brand}汽车 {brand}新能源汽车',
    'outdoor web video',
    '[试驾有礼|置换补贴]：[SUV|轿车]直降{few}000元，[厂家金融方案由持牌机构提供|贷款以审批结果为准]，{road}{no}号展厅，{month}月{day}日截止。',
  ),
  theme(
    '{brand}人力资源 {brand}电子厂',
    'leaflet wechat web',
    '招聘[普工|质检|仓管]{people}名，月薪{few}{few}00元，[包吃住|交五险]，[不收押金|当天面试]，{town}{road}{no}号。',
    '{month}月{day}日{county}[春风行动|民营企业]招聘会，{people}家企业，[扫码投简历|免费入场]，地点{road}。',
  ),
  theme(
    '{brand}旅行社 {brand}文旅',
    'wechat web outdoor',
    '[东江湖|莽山|高椅岭|仰天湖]一日游{no}元，含[门票|船票]和导游，{month}月{day}日[发团|成团]，{road}集合。',
  ),
  theme(
    '{brand}家居 {brand}建材 {brand}门窗',
    'outdoor leaflet wechat',
    '[瓷砖|地板|橱柜]工厂直销，{few}折起，[免费量房|十年质保]，{county}{road}{no}号，{month}月{day}日止。',
  ),
  theme(
    '{brand}通信 {brand}宽带',
    'sms leaflet wechat',
    '{estate}用户：[宽带提速至千兆|融合套餐]每月{no}元，[合约{few}年|以营业厅公示为准]，退订回T。',
  ),
  theme(
    '{brand}果业 {brand}茶业 {brand}农场',
    'video wechat app',
    '[永兴冰糖橙|桂东玲珑茶|安仁枳壳|汝城小黄姜]上市，{few}斤装{no}元，[坏果包赔|产地直发]，{town}发货。',
  ),
  theme(
    '{brand}健身 {brand}瑜伽',
    'leaflet wechat',
    '[月卡|季卡]{no}元，[首次体验免费|教练一对一]，{estate}店，{month}月{day}日开始[办理|续卡八折]，[合同备案可查|七日内可退]。',
  ),
  theme(
    '{brand}家政 {brand}月嫂',
    'leaflet wechat sms',
    '[保洁|月嫂|养老护理]上门，每小时{few}0元，[持健康证|先服务后付款]，{town}{road}{no}号。',
  ),
];
