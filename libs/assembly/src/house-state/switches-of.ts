import type { Environment } from '@risk/settings';
import { MAIL } from './concerns-of.js';
import type { Switch } from './house-state.js';

type Set = Pick<
  Environment,
  'smtpUrl' | 'kafkaBrokers' | 'identityPlatform' | 'publicPage' | 'metrics' | 'samples'
>;

/** What is on and what is off: yes and no, and never where to or with which secret. */
export const switchesOf = (environment: Set, webhooks: number): readonly Switch[] => [
  told(MAIL, environment.smtpUrl !== null, ['已接邮件服务器', '写成文件，不寄出（SMTP_URL）']),
  told('Kafka', environment.kafkaBrokers !== null, [
    '收数据、发预警变化',
    '数据走 HTTP、文件、库表（KAFKA_BROKERS）',
  ]),
  told('推送', webhooks > 0, [`${webhooks} 个地址`, '没有配置（config/handling.yaml）']),
  told('统一身份登录', environment.identityPlatform !== null, [
    '可用政务身份平台登录',
    '只用口令登录（OIDC_ISSUER）',
  ]),
  told('公众举报页', environment.publicPage !== null, [publicPlace(environment), '已关闭']),
  told('监控指标', environment.metrics !== null, ['单独端口', '没有开（RISK_METRICS_PORT）']),
  told('样例数据', environment.samples, ['没有真实数据时载入样例城市', '不载入']),
];

const told = (name: string, isOn: boolean, [on, off]: readonly [string, string]): Switch => ({
  ...{ name, isOn },
  note: isOn ? on : off,
});

const publicPlace = ({ publicPage }: Set): string =>
  publicPage?.ownPlace ? '单独端口' : '与工作台同一端口';
