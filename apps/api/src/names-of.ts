import type { House } from '@risk/assembly';
import type { Names } from './pages/words.js';

const CHANNELS: Readonly<Record<string, string>> = { email: '邮件', inbox: '平台收件箱' };

/** How units, regions and channels are called, as the configuration of the city says. */
export function namesOf({ desk, regionName, engines }: House): Names {
  const hooks = engines.handling.channels.webhooks;
  const title = (channel: string): string | undefined =>
    hooks.find(({ code }) => channel === `webhook:${code}`)?.title;
  return {
    unit: (code) => desk.unitName(code),
    region: regionName,
    channel: (channel) => CHANNELS[channel] ?? title(channel) ?? channel,
  };
}
