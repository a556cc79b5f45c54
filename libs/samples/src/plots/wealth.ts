import { business, type Plot } from '../plot.js';

/** Wealth-management shops and private notes: illegal fundraising in its plainest form. */
export const WEALTH_PLOTS: readonly Plot[] = [
  {
    kind: 'wealth-shop',
    title: '理财门店',
    scheme: 'illegal-fundraising',
    stories: 4,
    trade: business(
      '财富管理 投资咨询 资产管理 投资管理',
      '7212',
      '投资管理咨询 企业管理咨询 商务信息咨询 市场营销策划',
    ),
    drift: '财富管理咨询；受托资产管理；投资理财信息咨询',
    companion: business('商务咨询 信息咨询', '7243', '商务信息咨询 会议及展览服务'),
    aliases: ['{brand}财富', '{brand}理财', '{brand}投资', '{brand}资产'],
    media: ['leaflet', 'outdoor', 'wechat', 'sms'],
    rates: ['年化收益12%', '年化18%', '月息1分5', '月息2分', '年利率15%', '日息万分之八'],
    stake: [20_000, 600_000],
    baits: [
      '{brand}财富{road}门店[盛大开业|试营业]，进店[听讲座|填问卷]送[鸡蛋|食用油|保温杯]，专业团队为您的[养老钱|闲钱]打理。',
      '[中老年朋友|叔叔阿姨]看过来：{brand}理财沙龙每周{few}在{road}举行，[免费午餐|礼品多多]，咨询{phone}。',
    ],
    lures: [
      '{brand}财富“[稳盈|月月红]”项目{rate}，[保本保息|本息无忧]，[{few}万起投|1万起投]，[每月返息|到期还本付息]，热线{phone}。',
      '闲钱放银行不如放{brand}：{rate}，[签正规合同|国企担保]，零风险，[随存随取|三个月一期]，{road}{no}号。',
      '{brand}[政府平台债|供应链]专项，{rate}，[到期兑付率100%|从未逾期]，微信{wechat}。',
    ],
    pushes: [
      '最后{few}天！{brand}感恩回馈，{rate}再加[2%|三个点]，存{few}0万送[金条|旅游]，[名额有限|仅限老客户带新]，{phone}。',
      '{brand}财富冲刺月：[介绍一个亲友奖励{few}00元|带客户提成3%]，{rate}，保本保息，{site}。',
    ],
    sightings: [
      '网格员巡查发现{alias}在{road}{tower}组织[{dozens}余名老年人|几十名老人]开“理财说明会”，现场[发礼品|签合同刷POS机]，宣称{rate}。',
      '我行{town}网点近期有{few}名[老年客户|退休人员]把定期存款提前支取转入{firm}账户，称[对方给高息|业务员陪同]，提示关注。',
    ],
    worries: [
      '{kin}在{alias}[买了|存了]{loss}理财，对方说{rate}保本，[我怀疑是骗人的|请问这家公司有没有金融牌照]？',
      '{alias}的业务员{staff}天天[到{estate}拉老人听课|给{kin}打电话]，承诺{rate}，[合法吗|感觉像非法集资]？',
    ],
    harms: [
      '{alias}从{month}月起[停止付息|不能提现]，我投的{loss}[到期不兑付|本金也取不出来]，{staff}说[系统升级|资金周转]。',
      '本人及{crowd}名投资人在{firm}的到期款[拖了{n}天|一分没拿到]，合计{total}万元，公司让我们[转成股份|续签半年]。',
      '{kin}{loss}养老钱存在{alias}，合同写{rate}，[现在说要打折退|只退利息不退本]。',
    ],
    gone: [
      '{alias}{road}门店[已经关门|人去楼空]，负责人{boss}[电话关机|失联跑路]，我们{crowd}人的血汗钱{total}万元怎么办！',
      '{firm}一夜之间[搬空|锁门]，老板{boss}[联系不上|听说已出境]，[群被解散|业务员也找不到]，我被骗{loss}。',
    ],
  },
  {
    kind: 'original-shares',
    title: '原始股和股权投资',
    scheme: 'illegal-fundraising',
    stories: 1,
    trade: business(
      '生物科技 新能源科技 健康科技',
      '7320',
      '生物技术研发 新能源技术推广服务 企业管理',
    ),
    drift: '股权投资信息咨询；企业上市辅导',
    companion: business('股权投资 企业管理', '7212', '以自有资金从事投资活动 企业管理'),
    aliases: ['{brand}科技', '{brand}原始股', '{brand}集团'],
    media: ['wechat', 'web', 'leaflet', 'video'],
    rates: ['上市后翻10倍', '年分红20%', '保底回购溢价15%'],
    stake: [30_000, 500_000],
    baits: [
      '{brand}科技[落户{county}|项目路演]，[院士团队|国家专利]，邀您见证[未来独角兽|百亿企业]，报名微信{wechat}。',
    ],
    lures: [
      '{brand}原始股内部认购：每股[1.2元|2元]，[明年登陆科创板|港股已递表]，{rate}，[不上市全额回购|保底回购]。',
      '成为{brand}股东：[{few}万元起|每份5万]，{rate}，[每季度分红|提前锁定暴富机会]，{site}。',
    ],
    pushes: [
      '{brand}最后一轮原始股[仅剩{crowd}个名额|下周截止]，{rate}，[错过再等十年|先到先得]，{staff}{phone}。',
    ],
    sightings: [
      '{tower}内{alias}举办“股权路演”，现场{dozens}余人，主持人称{rate}，[当场刷卡认购|签股权代持协议]。',
    ],
    worries: [
      '{kin}要拿{loss}买{alias}的原始股，说{rate}，[股权证书是自己印的|查不到上市备案]，请核实。',
      '{alias}向[普通退休职工|全村人]卖股权，[一人几万|没有门槛]，{rate}，这是不是非法集资？',
    ],
    harms: [
      '{firm}承诺的回购到期不履行，我{loss}[一分未退|被说成股东自担]，[分红也停了|微信不回]。',
      '认购{alias}股权{loss}，{month}月该分红没有，[要求退股被拒|股东名册没有我们名字]，{crowd}人同样情况。',
    ],
    gone: ['{firm}办公室[已退租|空无一人]，{boss}失联，{crowd}名“股东”共{total}万元打了水漂。'],
  },
  {
    kind: 'consumer-rebate',
    title: '消费返利',
    scheme: 'illegal-fundraising',
    stories: 2,
    trade: business(
      '商贸 电子商务 商城',
      '5292',
      '互联网销售（除销售需要许可的商品） 日用百货销售 单用途商业预付卡代理销售',
    ),
    companion: business('网络科技', '6513', '软件开发 网络技术服务'),
    aliases: ['{brand}商城', '{brand}优购', '{brand}返利平台'],
    media: ['app', 'wechat', 'leaflet', 'sms'],
    rates: ['消费全额返还', '每天返1%', '100天返本', '充1万返1万2'],
    stake: [5_000, 120_000],
    baits: [
      '{brand}商城[上线|入驻{county}]，[消费=存钱|买多少返多少]，下载{app}领[红包|{no}元券]。',
    ],
    lures: [
      '在{brand}买[酒|大米|家电]，{rate}，[商家让利|平台补贴]，充值{few}000元起，[躺着赚钱|稳赚不赔]。',
      '{brand}优购会员：预存{few}万元，{rate}，[每日到账可提现|推荐好友再得8%]，{phone}。',
    ],
    pushes: [
      '{brand}[双倍返利|周年庆]最后{few}天：{rate}升级，[预存越多返得越快|只限前{crowd}名]，{site}。',
    ],
    sightings: [
      '网格员发现{alias}在{road}{no}号开线下体验店，[动员居民充值|墙上贴返利表]，称{rate}，每日到店{dozens}余人。',
    ],
    worries: [
      '{alias}让人充{loss}，说{rate}，[货比超市贵三倍|哪有这么好的事]，{kin}已经充了，请查。',
      '朋友圈都在推{alias}，{rate}还[拉人头有奖|发展下线]，是不是集资诈骗？',
    ],
    harms: [
      '{alias}{month}月开始[返利变慢|提现要排队]，现在[彻底提不出|只能换货]，我账户还有{loss}。',
      '{app}里{loss}[显示审核中|提现失败]{n}天，客服[只会复制粘贴|让再充值激活]，{crowd}人一样。',
    ],
    gone: [
      '{alias}的{app}打不开了，{road}店[关门|货被搬空]，{boss}电话停机，大家充的{total}万元没了。',
    ],
  },
];
