import { business, type Plot } from '../plot.js';

/** Pyramids, coins and mining. */
export const PYRAMID_PLOTS: readonly Plot[] = [
  {
    kind: 'pyramid-goods',
    title: '微商层级传销',
    scheme: 'pyramid-selling',
    stories: 2,
    trade: business(
      '健康科技 生物科技 化妆品',
      '5126',
      '保健食品（预包装）销售 化妆品批发 健康咨询服务（不含诊疗服务）',
    ),
    companion: business('电子商务', '5292', '互联网销售（除销售需要许可的商品） 网络技术服务'),
    aliases: ['{brand}健康', '{brand}微商', '{brand}团队'],
    media: ['wechat', 'video', 'leaflet'],
    rates: ['直推奖20%', '三级分销返佣', '入会3980元', '月入十万'],
    stake: [3_980, 90_000],
    baits: ['宝妈副业：{brand}[面膜|酵素]招代理，[零经验|一部手机]，团队手把手带，{wechat}。'],
    lures: [
      '加入{brand}：[{rate}|团队计酬]，[拉{few}人升经理|发展下线拿差价]，[躺赚|被动收入]，名额有限。',
      '{brand}[董事|联创]级别：{rate}，[下线业绩都有提成|静态+动态收益]，[财富自由|开豪车不是梦]。',
    ],
    pushes: [
      '{brand}[冲董事|封盘前]最后{few}天，{rate}，[入门费涨价|刷单冲业绩奖车]，{staff}{phone}。',
    ],
    sightings: [
      '{estate}{floor}栋有{dozens}余人每天[早上上课喊口号|集中住宿]，疑似{alias}传销窝点，要求[交入会费|拉亲友入伙]。',
    ],
    worries: [
      '{kin}加入{alias}，要交{loss}[拿货|入门费]，{rate}，[靠拉人头赚钱|产品没人用]，是不是传销？',
      '{alias}把人分成[五级三阶|代理、总代、董事]，{rate}，[不断叫我拉亲戚|洗脑上课]，请查处。',
    ],
    harms: [
      '被{alias}[朋友骗去|拉进团队]交了{loss}，货压在家里卖不掉，[退货不退钱|下线都来找我要钱]。',
      '{kin}被{alias}[扣了手机和身份证|限制自由]，逼她再交{loss}升级，{rate}都是假的。',
    ],
    gone: ['{alias}[上线失联|后台关闭]，{boss}跑了，{crowd}个代理{total}万元货款没人退。'],
  },
  {
    kind: 'pyramid-points',
    title: '消费商拉人头',
    scheme: 'pyramid-selling',
    stories: 1,
    trade: null,
    companion: null,
    aliases: ['{brand}消费商', '{brand}共享', '{brand}积分'],
    media: ['wechat', 'app', 'video'],
    rates: ['静态日收益1.5%', '推荐奖10%', '对碰奖', '见点奖'],
    stake: [2_000, 60_000],
    baits: ['{brand}共享[消费变投资|人人当老板]，注册{app}送[积分|{no}元]，{wechat}。'],
    lures: [
      '{brand}积分[只涨不跌|三个月翻倍]，{rate}，[直推间推都有奖|团队计酬]，投{few}000起。',
      '{app}：[入单|买矿位]即享{rate}，[拉人头升星级|下线无限代]，[躺赚|保底回本]。',
    ],
    pushes: [
      '{brand}[拆分在即|今晚封盘]，{rate}，再[加单|拉{few}人]可[提前出局|领汽车]，{wechat}。',
    ],
    sightings: [
      '{road}{tower}{floor}楼{dozens}余人参加“{brand}”创业会，讲[复制倍增|五级三阶]，现场扫码下载{app}。',
    ],
    worries: ['{kin}沉迷{alias}，说{rate}，[到处拉人|把{loss}都投进去]，像是传销，怎么举报？'],
    harms: [
      '{app}里的积分[不能提现|锁仓]，我投了{loss}，上线说[再拉{few}人才解锁|等重启]。',
      '{alias}积分一天跌到零，{crowd}人损失{total}万元，[推荐人退群|上线说自愿]。',
    ],
    gone: ['{app}[打不开|已下架]，{alias}讲师{boss}失联，[群全解散|电话空号]，被骗{loss}。'],
  },
  {
    kind: 'token',
    title: '平台币和数字资产',
    scheme: 'virtual-currency',
    stories: 2,
    trade: business('区块链科技 数字科技', '6519', '软件开发 区块链技术相关软件和服务'),
    companion: null,
    aliases: ['{brand}币', '{brand}链', '{brand}数字资产'],
    media: ['app', 'wechat', 'web', 'video'],
    rates: ['百倍币', '每日分红2%', '锁仓月息20%', '三个月翻五倍'],
    stake: [5_000, 400_000],
    baits: ['{brand}链[公测|空投]开启，[扫码实名领币|元宇宙生态]，{app}下载见{site}。'],
    lures: [
      '{brand}币[私募价|首发]仅{few}分钱，{rate}，[只涨不跌|大户护盘]，[USDT兑换|支持法币入金]。',
      '持有{brand}币[锁仓生息|质押]：{rate}，[保本回购|稳赚不赔]，[推荐奖8%|组建社区]，群号{wechat}。',
    ],
    pushes: ['{brand}币[即将上线交易所|今晚拉盘]，{rate}，[最后{few}小时|错过暴富]，{site}。'],
    sightings: [
      '{tower}{floor}楼“{brand}数字资产”推广会，{dozens}余人，[教老人买USDT|现场注册钱包]，宣称{rate}。',
    ],
    worries: [
      '{kin}买了{loss}{alias}，说{rate}，[虚拟货币不是禁止的吗|钱转给私人账户]，请帮忙查。',
      '{alias}让[拉人进群|开会员]买币，{rate}，[服务器在境外|查无备案]，是不是骗子？',
    ],
    harms: [
      '{app}的{brand}币[无法卖出|提币一直审核]，我{loss}[被冻结|要交20%保证金]。',
      '{alias}[瞬间归零|强制清零]，项目方说[黑客攻击|系统迁移]，{crowd}人{total}万元血本无归。',
    ],
    gone: [
      '{alias}官网{site}[打不开|换成别的]，{boss}[失联|跑到境外]，{crowd}人报案，我损失{loss}。',
    ],
  },
  {
    kind: 'mining',
    title: '云算力挖矿',
    scheme: 'virtual-currency',
    stories: 1,
    trade: business('算力科技 云计算', '6550', '数据处理和存储支持服务 计算机软硬件及辅助设备零售'),
    companion: business('网络科技', '6513', '软件开发'),
    aliases: ['{brand}算力', '{brand}矿机', '{brand}云矿'],
    media: ['app', 'wechat', 'web'],
    rates: ['矿机40天回本', '日产币收益2%', '年化200%'],
    stake: [5_000, 200_000],
    baits: ['{brand}算力：[不懂技术也能挖矿|托管机房在{county}]，下载{app}免费领[体验矿机|算力]。'],
    lures: [
      '{brand}矿机[{few}800元一台|分期可购]，{rate}，[托管代挖|每天自动到账USDT]，[保底回本|零风险]。',
      '{brand}云矿[合伙人|节点]：{rate}，[直推10%|团队算力加成]，{wechat}。',
    ],
    pushes: ['{brand}算力[减半行情|丰水期]抢购，{rate}，[满10台送1台|限{crowd}份]，{site}。'],
    sightings: [
      '供电所反映{town}一厂房用电异常，挂牌{firm}，[大量矿机|对外卖“云算力”份额]，称{rate}。',
    ],
    worries: ['{kin}在{alias}买了{loss}矿机，{rate}，[机器根本没见过|说挖虚拟货币]，违法吗？'],
    harms: [
      '{alias}[停止产币|提现手续费涨到50%]，{loss}矿机款[退不了|说电费抵扣]，{crowd}人同样。',
      '{app}余额{loss}[提不出来|变成矿池债权]，客服{n}天不回。',
    ],
    gone: ['{alias}[APP下架|机房搬空]，{boss}失联，{crowd}名矿机客户{total}万元无着落。'],
  },
];
