import { business, type Plot } from '../plot.js';

/** Fundraising in the dress of farms, forests and houses. */
export const RURAL_PLOTS: readonly Plot[] = [
  {
    kind: 'cooperative',
    title: '农民合作社资金互助',
    scheme: 'illegal-fundraising',
    stories: 2,
    trade: business(
      '种养 农业互助 生态种植',
      '0512',
      '组织成员进行农产品的生产、销售 为成员提供农业生产资料购买服务',
      { form: '专业合作社', register: '93', capital: [100, 1000] },
    ),
    drift: '成员内部资金互助',
    companion: business('农业发展', '0190', '农产品收购 农业技术服务'),
    aliases: ['{brand}合作社', '{brand}互助社', '{brand}农民资金互助'],
    media: ['leaflet', 'outdoor', 'wechat'],
    rates: ['月息8厘', '年息10%', '存一年比银行高五倍', '月息1分2'],
    stake: [5_000, 200_000],
    baits: [
      '{brand}合作社[服务站|代办点]在{town}挂牌，[买化肥更便宜|社员分红]，入社只要[100元|身份证]。',
    ],
    lures: [
      '{brand}互助社[社员股金|互助金]{rate}，[存取自由|保本付息]，[有政府支持|大棚资产作保]，{town}代办员{staff}。',
      '把钱存到自己的合作社：{rate}，{few}万元以上[送电动车|另加奖金]，[存满一年返本付息|利息先付]。',
    ],
    pushes: [
      '[春耕|秋收]吸股：{brand}合作社{rate}，[限{crowd}户|本月底截止]，介绍[入股|存款]每万元奖{few}0元。',
    ],
    sightings: [
      '{town}村干部报告：{alias}在{few}个村设“柜台”，[开具存单样式的股金证|向非社员吸收存款]，{rate}，已有{crowd}户。',
    ],
    worries: [
      '村里{alias}收存款，{rate}，给的是[股金证|手写收据]，{kin}存了{loss}，[有没有保障|是不是银行]？',
      '{alias}门口挂着像银行的牌子，[柜员穿制服|贴存款利率表]，{rate}，[不是社员也能存|合法吗]？',
    ],
    harms: [
      '我在{alias}存的{loss}到期[取不出来|说没钱]，理事长{boss}[躲着不见|说借给别人了]，[要给孙子交学费|等钱看病]。',
      '{crowd}户村民在{firm}的股金{total}万元[停兑{n}天|只让每次取200]，[代办员也不认账|要求打欠条]。',
    ],
    gone: [
      '{alias}大门紧锁，{boss}[跑到外地|全家失联]，全村{crowd}户{total}万元[卖谷子的钱|养老钱]没了。',
    ],
  },
  {
    kind: 'forest-right',
    title: '林权和代种代养',
    scheme: 'illegal-fundraising',
    stories: 2,
    trade: business('林业开发 林业科技 苗木', '0220', '林木育苗 造林和更新 林业专业及辅助性活动'),
    companion: business('生态农业', '0190', '中药材种植 农产品销售'),
    aliases: ['{brand}林业', '{brand}林场', '{brand}绿色银行'],
    media: ['leaflet', 'tv', 'wechat', 'outdoor'],
    rates: ['5年返还3倍', '年收益16%', '每亩年返3000元', '托管年回报15%'],
    stake: [10_000, 300_000],
    baits: [
      '{brand}林业邀您[进山看林|免费一日游]，[认养一棵树|绿色投资]，{town}基地{n}00亩，咨询{phone}。',
    ],
    lures: [
      '认购{brand}[红豆杉|楠木|油茶]林权，[公司托管代种|代管护]，{rate}，[林权证作抵押|到期公司保底回购]。',
      '{brand}林场[每份1万元|{few}万元一亩]，{rate}，[每季返利|保证收益]，[稳赚不赔|比存银行强]，{site}。',
    ],
    pushes: [
      '{brand}第{few}期林权最后{crowd}份，{rate}，[带客户提成10%|当天签约送金币]，{staff}{phone}。',
    ],
    sightings: [
      '{town}组织大巴拉{dozens}余名老人到“{brand}林场”参观，[中午签约|现场交款]，讲解员称{rate}。',
    ],
    worries: [
      '{kin}花{loss}买了{alias}的[树|林权]，{rate}，[林子在哪都没见过|合同只有公司章]，请核查林权真假。',
      '{alias}说代种代管{rate}，[同一块山卖给很多人|林业站说没登记]，是不是骗局？',
    ],
    harms: [
      '{alias}该{month}月返的钱[没有到账|拖了{n}天]，我{loss}要求回购，{staff}说[木材没卖出|等下一期资金]。',
      '买{firm}托管林{loss}，[返利停了|公司不肯回购]，上山一看[只有杂木|树早被砍了]。',
    ],
    gone: [
      '{firm}[办公地点搬走|工商显示联系不上]，{boss}失联，{crowd}人买林权的{total}万元无人负责。',
    ],
  },
  {
    kind: 'leaseback',
    title: '商铺公寓售后包租',
    scheme: 'illegal-fundraising',
    stories: 2,
    trade: business(
      '置业 商业管理 房地产开发',
      '7010',
      '房地产开发经营 商业综合体管理服务 非居住房地产租赁',
      { capital: [1000, 10000] },
    ),
    companion: business('商业运营管理 酒店管理', '7221', '商业综合体管理服务 酒店管理'),
    aliases: ['{brand}广场', '{brand}公寓', '{brand}商业城'],
    media: ['outdoor', 'leaflet', 'web', 'wechat'],
    rates: ['10年包租年返8%', '前三年返租24%抵房款', '年回报12%', '5年后原价回购'],
    stake: [80_000, 800_000],
    baits: [
      '{brand}广场[即将封顶|品牌入驻]，{county}[核心地段|人流旺地]，铺王[火热预约|限量登记]，{phone}。',
    ],
    lures: [
      '买{brand}商铺当包租公：{rate}，[开发商统一经营|签返租合同]，[租金月月到账|零风险躺赚]，总价{few}0万起。',
      '{brand}公寓[小户型|酒店式]：{rate}，[无需打理|保证收益]，[到期回购写进合同|担保公司担保]。',
    ],
    pushes: [
      '{brand}[尾铺|最后{crowd}席]，{rate}，[今日交2万抵5万|老带新奖1万]，错过[后悔十年|涨价在即]。',
    ],
    sightings: [
      '{tower}旁{alias}售楼部宣传“{rate}”，[未取得预售许可|同一间铺拆成多份卖]，现场认购{dozens}余人。',
    ],
    worries: [
      '{alias}卖商铺承诺{rate}，[没有预售证|房子还没建]，{kin}交了{loss}定金，[算不算违规|能退吗]？',
      '{alias}说售后包租{rate}，[国家不是禁止返本销售吗|合同是跟另一家公司签]，请住建查处。',
    ],
    harms: [
      '{firm}承诺的返租从{month}月[停付|一分未给]，我{loss}买的铺[空着没人租|没法过户]，{crowd}户都这样。',
      '{alias}租金拖欠{n}天，运营公司说[经营困难|让业主降租]，开发商{boss}[推给运营公司|不露面]，要求退款{loss}。',
    ],
    gone: [
      '{alias}售楼部[关门|连招牌都拆了]，运营公司[注销|失联]，{crowd}名业主{total}万元购铺款[血本无归|没人认账]。',
    ],
  },
  {
    kind: 'care-home-card',
    title: '养老院预付卡和养老床位',
    scheme: 'illegal-fundraising',
    stories: 2,
    trade: business(
      '养老服务 颐养 康养',
      '8514',
      '养老服务 护理机构服务（不含医疗服务） 健康咨询服务（不含诊疗服务）',
    ),
    companion: business('健康管理', '8492', '健康咨询服务（不含诊疗服务） 保健食品（预包装）销售'),
    aliases: ['{brand}养老院', '{brand}颐养中心', '{brand}康养公寓'],
    media: ['leaflet', 'outdoor', 'wechat', 'tv'],
    rates: ['会员卡年返10%', '预存5万年补贴6000元', '床位押金年息12%'],
    stake: [20_000, 300_000],
    baits: [
      '{brand}颐养中心[免费体验三天|接送参观]，[依山傍水|医养结合]，让父母[安享晚年|老有所依]，{phone}。',
    ],
    lures: [
      '{brand}养老会员卡：交{few}万元[锁定床位|享住房折扣]，{rate}，[不住可退本金|保本付息]。',
      '预订{brand}康养床位，{rate}，[子女可继承|随时退卡]，[签约送体检|收益每季打卡]，{staff}。',
    ],
    pushes: [
      '{brand}[贵宾卡|终身卡]最后{crowd}张，{rate}，[重阳节加送|充10万抵13万]，{road}{no}号。',
    ],
    sightings: [
      '社区报告{alias}在{estate}活动室开推介会，{dozens}余名老人[现场刷卡|交“床位预订金”]，工作人员称{rate}。',
    ],
    worries: [
      '{kin}{age}岁，被{alias}拉去参观后交了{loss}会员费，说{rate}，[床位还没建|没有养老备案]，请民政查。',
      '{alias}收老人[预付款|床位费]{loss}，{rate}，这是[养老还是集资|合规吗]？',
    ],
    harms: [
      '{alias}的{loss}会员费[到期不退|补贴停发]，{kin}想退卡，[一拖再拖{n}天|要扣一半]。',
      '{firm}收了{crowd}位老人{total}万元预付款，[院里没开业|护工都走了]，[退款登记没有下文|让转成股份]。',
    ],
    gone: [
      '{alias}[大门贴封条|人去楼空]，院长{boss}跑路，{crowd}位老人的养老钱{total}万元拿不回来。',
    ],
  },
];
