import { storySlots } from './cast.js';
import type { Draft } from './draft.js';
import { feedDay, spokenDate } from './moments.js';
import { obfuscate } from './obfuscate.js';
import type { Medium } from './plot.js';
import { say } from './say.js';
import type { AdvertisementStage, Telling } from './stages.js';
import { targetOf } from './target.js';

/** One advertisement of a story, bolder from stage to stage. */
export function advertise(stage: AdvertisementStage, telling: Telling): Draft {
  const { cast, at, key, random } = telling;
  const medium = random.pick(cast.plot.media);
  const payload = {
    medium,
    title: `${random.pick(cast.aliases)}${random.pick(['', '活动通知', '重磅来袭', '诚邀您'])}`,
    ...wording(stage, medium, telling),
    ...(medium === 'web' || random.chance(0.2)
      ? { url: `http://${cast.site}/${random.int(1, 999)}` }
      : {}),
    advertiser: targetOf(cast, random),
    ...(cast.companion && random.chance(0.3)
      ? { publisher: { name: cast.companion.name, phone: cast.phone } }
      : {}),
    publishedOn: feedDay(at),
    regionCode: cast.county.code,
    sample: true as const,
  };
  return { feed: 'advertisement', at, key, related: [], payload };
}

const POSTERS = [
  '{brand}[诚邀您|邀请您]{month}月{day}日到{road}{no}号[了解详情|坐一坐]，[海报见图|内容见图]，咨询{phone}。',
  '[图片广告|海报]：{brand}，{county}{road}{no}号，{month}月{day}日起，电话{phone}。',
];

/** What a printer or a sender adds; it also keeps short invitations from repeating. */
const TAILS = [
  '',
  '',
  '（{county}{road}{no}号）',
  '{month}月{day}日[起|前|当天]有效。',
  '[到店|进店]：{town}{road}{no}号。',
  '[活动|登记]截至{month}月{day}日，[前{few}0名|到场]有礼。',
];

/** What an advertisement says, plainly, disguised, or only in its picture. */
function wording(stage: AdvertisementStage, medium: Medium, { cast, at, fresh, random }: Telling) {
  const { baits, lures, pushes } = cast.plot;
  const templates = { bait: baits, lure: lures, push: pushes }[stage];
  const slots = () => storySlots(cast, spokenDate(at, 1, 14, random), 60, random);
  const speak = (from: readonly string[]) =>
    fresh(() => say(random.pick(from) + random.pick(TAILS), slots(), random));
  const spoken = speak(templates);
  if (stage === 'bait') return { text: spoken };
  const hides = random.chance(medium === 'sms' || medium === 'wechat' ? 0.55 : 0.15);
  const text = hides ? obfuscate(spoken, random) : spoken;
  const inPicture = medium !== 'sms' && random.chance(0.15);
  return inPicture ? { text: speak(POSTERS), imageText: text } : { text };
}
