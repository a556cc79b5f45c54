import { business, type Plot } from '../plot.js';

/** False insurance and fraud against the old. */
export const CARE_PLOTS: readonly Plot[] = [
  {
    kind: 'fake-insurance',
    title: '自制保单和互助保障',
    scheme: 'illegal-insurance',
    stories: 1,
    trade: business(
      '健康互助 汽车服务',
      '7299',
      '汽车租赁 商务代理代办服务 健康咨询服务（不含诊疗服务）',
    ),
    companion: null,
    aliases: ['{brand}统筹', '{brand}互助保障', '{brand}车险'],
    media: ['leaflet', 'wechat', 'sms', 'outdoor'],
    rates: ['保费低四成', '满期返本150%', '交三年返五年'],
    stake: [1_500, 80_000],
    baits: ['{brand}车险[半价续保|货车也能保]，[不看出险次数|送洗车卡]，{phone}。'],
    lures: [
      '{brand}[机动车安全统筹|互助保障计划]：{rate}，[理赔快|等同保险]，{road}{no}号办理。',
      '{brand}[家庭保障金|理财保单]：{rate}，[保本分红|比保险公司划算]，[不用体检|当场出单]。',
    ],
    pushes: ['{brand}[开门红|停售倒计时]：{rate}，[业务员提成40%|拉{few}单免一年]，{wechat}。'],
    sightings: [
      '{town}交警中队反映：{dozens}余辆货车持{alias}“保单”，非持牌保险公司出具，业务员称{rate}。',
    ],
    worries: [
      '在{alias}买了{loss}的“保险”，保单[查不到|盖的是统筹章]，{rate}，[算不算保险公司|出了事赔不赔]？',
    ],
    harms: [
      '出车祸后{alias}[拒赔|拖了{n}天]，说我不是保险合同是互助，{loss}修车费自己扛。',
      '{firm}的满期返本[到期不给|让续交]，我交了{loss}，[说经营困难|原来没有保险许可]。',
    ],
    gone: ['{alias}门店[撤了|关门]，{boss}失联，{crowd}名车主{total}万元保费白交，事故没人赔。'],
  },
  {
    kind: 'surrender-agent',
    title: '代理退保',
    scheme: 'illegal-insurance',
    stories: 1,
    trade: business('信息咨询 商务服务', '7243', '商务信息咨询 市场营销策划'),
    companion: null,
    aliases: ['{brand}退保', '{brand}维权', '{brand}保单服务'],
    media: ['sms', 'wechat', 'video'],
    rates: ['全额退保', '收退保金30%', '退旧换新年息8%'],
    stake: [2_000, 120_000],
    baits: ['保单不想交了？{brand}[免费评估|专业指导]，{phone}。'],
    lures: [
      '{brand}代理[全额退保|保单维权]，{rate}，[不成功不收费|内部渠道]，{wechat}。',
      '{brand}：[把保单换成高收益理财|退保钱再投资]，{rate}，[保本保息|专人上门]。',
    ],
    pushes: ['{brand}招[退保代理|客户资料]，每单返{few}00元，{rate}，{site}。'],
    sightings: [
      '某人身险公司{county}支公司反映：{dozens}余件投诉材料雷同，均由{alias}代写，称{rate}。',
    ],
    worries: [
      '{alias}自称[监管人员|银保监授权]打电话说能{rate}，要[保单和银行卡|先交{loss}]，是真的吗？',
    ],
    harms: [
      '{alias}帮我退保后[扣走三成|把钱转去买他们理财]，{loss}[要不回来|保障也没了]。',
      '我把身份证和保单给{alias}，[被冒名投诉|退保金打到他们账户]，损失{loss}，{n}天没人管。',
    ],
    gone: ['{alias}[关机|搬走]，{boss}失联，{crowd}人的退保款{total}万元被拿走。'],
  },
  {
    kind: 'pension-fraud',
    title: '养老诈骗',
    scheme: 'pension-fraud',
    stories: 3,
    trade: business(
      '健康管理 老年服务 康养咨询',
      '8492',
      '健康咨询服务（不含诊疗服务） 保健食品（预包装）销售 养老服务',
    ),
    companion: business('生物科技', '5126', '保健食品（预包装）销售'),
    aliases: ['{brand}健康', '{brand}老年之家', '{brand}康养'],
    media: ['leaflet', 'wechat', 'outdoor', 'tv'],
    rates: ['以房养老月领8000', '一次补缴终身领养老金', '养老理财年息15%', '投资养老公寓返15%'],
    stake: [8_000, 400_000],
    baits: [
      '{brand}老年之家[免费量血压|领鸡蛋]，[天天有讲座|专家义诊]，{road}{no}号，叔叔阿姨[常来坐坐|带上老伴]。',
    ],
    lures: [
      '{brand}“[以房养老|幸福晚年]”：{rate}，[国家政策|不出门就办]，[保本保息|每月到账]，{phone}。',
      '[没交社保|年龄超了]也能领退休金：{brand}[代办补缴|内部指标]，{rate}，交{few}万元，{staff}。',
    ],
    pushes: [
      '{brand}[夕阳红|重阳]养老项目，{rate}，[限{crowd}位老人|名额马上没了]，[带房产证来签|今天交款送旅游]。',
    ],
    sightings: [
      '社区网格员反映：{alias}在{estate}给{dozens}余名老人[洗脑授课|卖“神药”]，让老人[抵押房产|取出存折]参加养老项目，{rate}。',
    ],
    worries: [
      '{kin}{age}岁，被{alias}忽悠交{loss}养老项目，{rate}，[不听劝|还要卖房]，请民政公安查查。',
      '{alias}说能{rate}，[专找独居老人|叫老人别告诉子女]，像养老诈骗。',
    ],
    harms: [
      '{kin}的{loss}养老钱给了{alias}，[{month}月起不返|养老金也没办下来]，[老人急得住院|说再等等]。',
      '{firm}骗老人[把房子抵押借款|买保健品]{loss}，现在[贷款还不上|药没有效果]，{crowd}位老人受骗。',
    ],
    gone: ['{alias}[店里搬空|电话全停]，{boss}跑路，{crowd}位老人棺材本{total}万元被卷走。'],
  },
];
