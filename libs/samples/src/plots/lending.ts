import { business, type Plot } from '../plot.js';

/** Lending without a licence, credit washing and debt evasion. */
export const LENDING_PLOTS: readonly Plot[] = [
  {
    kind: 'illegal-lending',
    title: '非法放贷套路贷',
    scheme: 'illegal-lending',
    stories: 2,
    trade: business('信息咨询 汽车租赁 商务服务', '7299', '商务信息咨询 汽车租赁 信息技术咨询服务'),
    drift: '贷款信息咨询；个人信贷中介服务',
    companion: business('寄卖行 二手车', '5299', '旧货销售 二手车经销'),
    aliases: ['{brand}速贷', '{brand}借款', '{brand}车贷', '{brand}小额贷'],
    media: ['sms', 'leaflet', 'wechat', 'app'],
    rates: ['日息1%', '周息15%', '月息8分', '砍头息30%'],
    stake: [3_000, 150_000],
    baits: ['急用钱找{brand}：[凭身份证|有车就行]，[当天放款|无需征信]，{phone}。'],
    lures: [
      '{brand}速贷：[黑户可贷|不看征信]，{few}000—{few}0万，[秒批秒到账|押车不押证]，{phone}。',
      '{brand}[零用贷|学生贷]：[手机号就能借|不打电话不上征信]，[秒到账|随借随还]，微信{wechat}。',
    ],
    pushes: ['{brand}[逾期也能借|以贷还贷]，[老客户提额|推荐借款人返{few}00]，下款快，{site}。'],
    sightings: [
      '{town}派出所走访：{alias}在{road}{no}号放贷，[签空白合同|要求拍裸照]，实际{rate}，借款人{dozens}余名。',
    ],
    worries: [
      '我向{alias}借{loss}，先扣[手续费|砍头息]，到手只有七成，实际{rate}，[他们有放贷资格吗|是不是高利贷]？',
      '{alias}把借条写成[双倍金额|房屋买卖合同]，{rate}，[我还清了还要钱|不给收据]。',
    ],
    harms: [
      '借{alias}{loss}，{n}天滚到{total}万元，[上门泼漆|打爆通讯录]暴力催收，[{kin}被吓病|我被关了一夜]。',
      '{firm}的人[拖走我的车|堵锁眼]，说我违约，{rate}，[还了三倍本金|又逼我平账借新还旧]。',
      '{alias}虚增债务{loss}[去法院起诉|逼我过户房子]，[流水都是走账|录了视频威胁家人]。',
    ],
    gone: [
      '{alias}门店[一夜搬空|摘牌关门]，{boss}失联，但[换号码继续催收|我的抵押车也不见了]，{crowd}名借款人受害。',
    ],
  },
  {
    kind: 'credit-repair',
    title: '征信修复',
    scheme: 'credit-repair',
    stories: 2,
    trade: business(
      '信用管理 征信服务 企业征信',
      '7295',
      '信用服务 商务信息咨询 法律咨询（不含依法须律师事务所执业许可的业务）',
    ),
    drift: '征信修复；信用修复咨询',
    companion: null,
    aliases: ['{brand}征信', '{brand}信用修复', '{brand}铲单'],
    media: ['wechat', 'sms', 'video', 'leaflet'],
    rates: ['3800元一条', '包成功7天见效', '修不好退款'],
    stake: [1_500, 60_000],
    baits: ['{brand}信用：[征信花了怎么办|逾期影响贷款]？[免费查询分析|一对一指导]，{wechat}。'],
    lures: [
      '{brand}专业征信修复：[逾期洗白|铲单]，{rate}，[内部渠道|异议申诉包过]，{phone}。',
      '征信[黑名单|有污点]别愁，{brand}[快速消除不良记录|信用洗白]，{rate}，[全国可做|先付一半]。',
    ],
    pushes: [
      '{brand}招[代理|合伙人]：征信修复培训{no}8元，[日入过千|加盟赚差价]，{rate}，{site}。',
    ],
    sightings: [
      '人行窗口反映：近期{dozens}余份[格式雷同的异议申请|伪造的病历证明]，均由{alias}代办，收费{rate}。',
    ],
    worries: [
      '{alias}说交{loss}能[删除逾期|洗白征信]，{rate}，[要我身份证和网银密码|真的假的]？',
      '{kin}在{alias}报了征信修复代理班，[交了加盟费|发展下线才赚钱]，请核实。',
    ],
    harms: [
      '交给{alias}{loss}做征信修复，{n}天[没有效果|逾期还在]，要求退款[不理|说要再交保证金]。',
      '{firm}拿我资料[伪造病历|冒用身份网贷]，征信没修好[还多了借款|被银行列入关注]，损失{loss}。',
    ],
    gone: ['{alias}[微信拉黑|办公室清空]，{boss}失联，{crowd}人交的修复费{total}万元没人退。'],
  },
  {
    kind: 'debt-evasion',
    title: '债务优化反催收',
    scheme: 'debt-evasion',
    stories: 2,
    trade: business(
      '法务咨询 债务咨询 企业管理咨询',
      '7249',
      '法律咨询（不含依法须律师事务所执业许可的业务） 商务信息咨询',
    ),
    companion: business('商务服务', '7299', '商务代理代办服务'),
    aliases: ['{brand}法务', '{brand}债务优化', '{brand}解债'],
    media: ['video', 'wechat', 'sms', 'web'],
    rates: ['收总债务15%服务费', '停息挂账60期', '本金打三折'],
    stake: [3_000, 90_000],
    baits: ['负债累累？{brand}法务[免费评估|帮您上岸]，[信用卡|网贷]压力大来聊聊，{wechat}。'],
    lures: [
      '{brand}债务优化：[停息挂账|延期还款]，{rate}，[包成功|不成功退费]，[教你合法不还|屏蔽催收电话]。',
      '{brand}解债：[网贷不用还|债务清零]，{rate}，[代理投诉银行|专业反催收]，{phone}。',
    ],
    pushes: [
      '{brand}[逃废债|反催收]训练营{no}9元，[代理退息退费|学会自己接单]，{rate}，名额{crowd}。',
    ],
    sightings: [
      '某银行{county}支行反映：{dozens}余件投诉[话术一致|由同一号码代拨]，疑{alias}代理维权，{rate}。',
    ],
    worries: [
      '{alias}让我[停止还款|把手机卡寄给他们]，说能{rate}，先收{loss}，[会不会更糟|合法吗]？',
      '{alias}教人[伪造贫困证明|恶意投诉银行]来逃债，{rate}，请查。',
    ],
    harms: [
      '给{alias}交了{loss}服务费，{n}天后[银行起诉我了|利息翻倍]，他们[什么也没做|让我再交钱]。',
      '{firm}拿我的[电话卡冒充我投诉|身份证去借款]，债务没减反增{loss}。',
    ],
    gone: [
      '{alias}[群解散|直播号注销]，{boss}失联，{crowd}名债务人预交的{total}万元打水漂，{road}办公点已空。',
    ],
  },
];
