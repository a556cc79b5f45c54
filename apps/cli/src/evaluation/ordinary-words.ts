/**
 * Ordinary words of bulk messages, two characters and longer: a generic list of our own, written without a look at any
 * data set, to measure how many words an engine finds again behind disguises.
 */
export const ORDINARY_WORDS: readonly string[] = (
  '微信 电话 手机 短信 客服 联系 联系人 详情 咨询 点击 回复 链接 网址 网站 下载 安装 登录 注册 会员 账号 密码 验证码 ' +
  '充值 提现 存款 取款 转账 到账 余额 银行 信用卡 贷款 借款 放款 额度 利息 还款 逾期 征信 抵押 身份证 发票 代开 ' +
  '投资 理财 股票 基金 保险 期货 黄金 外汇 收益 盈利 赚钱 亏损 本金 佣金 返利 分红 提成 兼职 招聘 工资 日结 代理 加盟 ' +
  '优惠 折扣 免费 赠送 领取 红包 礼品 积分 奖金 中奖 抽奖 彩票 体育 棋牌 捕鱼 娱乐 游戏 平台 电子 真人 百家乐 ' +
  '快递 包裹 订单 商城 店铺 房产 楼盘 首付 学历 证书 考试 培训 办证 刻章 增值税 公司 老板 老师 导师 计划 方案 ' +
  '稳定 平安 恭喜 尊敬 用户 客户 您好 活动 时间 今天 每天 限时 名额 专业 正规 诚信 安全 快速 当天 直播 视频 美女 ' +
  '最高 最低 秒到 包赔 稳赚 新年 春节 快乐 祝您 朋友 推荐 邀请 加入 申请 审核 通过 办理 通知 提醒 退订'
).split(' ');
