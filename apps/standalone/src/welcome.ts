import type { House } from '@risk/assembly';
import { FEEDS, TIERS, feedName, schemeName, tierName } from '@risk/domain';
import type { RunningApi } from '../../api/src/start-api.js';
import type { AlertLine } from '@risk/store';

const FIRST_ALERTS = 5;
const REASONS = 3;

/** What a newcomer reads after the start: where, how much, what stands out, what to try next. */
export async function welcome(
  house: House,
  { url, publicUrl }: Pick<RunningApi, 'url' | 'publicUrl'>,
): Promise<string> {
  const figures = await house.overview.read();
  const alerts = await house.overview.alerts(FIRST_ALERTS);
  const doors = await doorLines(house, url);
  const tiers = TIERS.filter((t) => t !== 'none').map(
    (t) => `${tierName(t)} ${figures.alerts[t] ?? 0}`,
  );
  return [
    '',
    '── 非法金融活动风险监测预警平台 ──',
    `地址：${url}`,
    ...doors,
    ...(publicUrl === null ? [] : [`公众举报页：${publicUrl}（不用登录；RISK_PUBLIC=off 关闭）`]),
    `数据：${FEEDS.map((f) => `${feedName(f)} ${figures.records[f]} 条`).join('，')}；识别主体 ${figures.entities} 个` +
      (figures.sampleRecords > 0 ? `（其中样例记录 ${figures.sampleRecords} 条）` : ''),
    `预警：${tiers.join('，')}；死信 ${figures.deadLetters} 条`,
    ...alerts.flatMap((alert) => alertLines(alert, house)),
    house.mailFolder === null
      ? '通知邮件：经 SMTP 发出'
      : `通知邮件：${house.mailFolder}（未设置 SMTP_URL，每封存为 .eml 文件）`,
    '接下来可以：',
    `  打开 ${url} 查看预警及其理由`,
    '  npm run -s risk -- import --preset auto 文件.xlsx   导入自己的数据',
    '  npm run -s risk -- explain 记录编号                看一条记录怎样得出结论',
    '  npm run -s risk -- samples remove                  清除全部样例',
    '  按 Ctrl-C 停止',
    '',
  ].join('\n');
}

/** How to come in: as the first administrator, and to look around. */
async function doorLines({ access }: House, url: string): Promise<string[]> {
  const code = await access.first.wanted();
  const offers = await access.demonstration.offers();
  return [
    ...(code === null
      ? []
      : [`首位系统管理员：打开 ${url}/setup，一次性验证码 ${code}（24 小时有效，只用一次）`]),
    ...(offers.length === 0
      ? []
      : [
          `演示登录：打开 ${url}/login，不用口令，以${offers.map(({ name }) => name.replace('演示·', '')).join('、')}的身份查看（随样例数据一起清除）`,
        ]),
  ];
}

function alertLines(alert: AlertLine, house: House): string[] {
  const head = `  【${tierName(alert.tier)}】${alert.entityName}　疑似${schemeName(alert.index.scheme)}　指数 ${alert.index.score.toFixed(1)}　${house.regionName(alert.regionCode)}`;
  const reasons = alert.index.reasons.slice(0, REASONS);
  return [head, ...reasons.map((r) => `      · ${r.because}`)];
}
