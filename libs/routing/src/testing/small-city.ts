import { compileRegions } from '../regions.js';
import { compileRouting, type RoutingTree } from '../compile-routing.js';
import type { ChannelBook } from '../channels.js';
import { compileUnits } from '../units.js';

const unit = (code: string, name: string, region: string | null = null) => ({
  code,
  name,
  region,
  liaisons: [{ title: '联络员', email: `${code}@small.example` }],
  head: { title: '负责人', email: `${code}-head@small.example` },
  kind: region === null ? 'city-department' : 'county',
  basis: '测试',
});

/** Everybody is told by e-mail and inbox; one webhook stands ready. */
export const smallChannels: ChannelBook = {
  default: ['email', 'inbox'],
  webhooks: [
    {
      code: 'sms',
      title: '短信',
      url: 'https://sms.small.example/send',
      format: 'json',
      idempotent: false,
      basis: '测试',
    },
  ],
};

/** A city of two counties and a zone, small enough to be read at a glance. */
export const smallUnits = {
  meeting: '联席会议',
  office: 'office',
  police: 'police',
  convener: { title: '召集人', email: 'convener@small.example' },
  units: [
    unit('office', '金融办'),
    unit('police', '公安局'),
    unit('market', '市场监管局'),
    unit('civil', '民政局'),
    unit('east', '东县政府', '990001'),
    unit('west', '西县政府', '990002'),
    unit('park', '园区管委会', 'Z-park'),
  ],
};

export const smallRegions = {
  city: { code: '990000', name: '小城市' },
  counties: [
    { code: '990001', name: '东县', places: ['东山镇', '东河'] },
    { code: '990002', name: '西县', places: ['西山镇'] },
  ],
  zones: [
    { code: 'Z-park', name: '小城园区', within: ['990001'], places: ['东山镇'], basis: '测试' },
  ],
};

const days = (acknowledge: number, answer: number) => ({
  acknowledge: { workingDays: acknowledge },
  answer: { workingDays: answer },
  basis: '本地默认，非法定',
});

export const smallRouting = {
  calendar: {
    hours: [
      { opens: '08:30', closes: '12:00' },
      { opens: '14:30', closes: '17:30' },
    ],
    basis: '测试',
  },
  standIn: { unknown: 'office', outside: 'market' },
  deadlines: { red: days(1, 2), orange: days(1, 3), yellow: days(1, 4), blue: days(1, 5) },
  name: '全部',
  lead: 'office',
  assist: ['territory', 'zone'],
  copy: 'business-place',
  because: '第五条',
  routes: [
    {
      name: '同步公安',
      match: { tier: 'red' },
      continue: true,
      assist: 'police',
      because: '第二十三条',
    },
    {
      name: '传销',
      match: { scheme: 'pyramid-selling' },
      lead: ['market', 'police'],
      because: '第四条',
      routes: [
        {
          name: '养老',
          match: { name: ['养老'] },
          lead: 'civil',
          because: '民政主管',
          deadlines: { red: days(1, 1) },
        },
      ],
    },
    { name: '其余', lead: 'office', because: '兜底' },
  ],
};

/** The small city's tree, with parts replaced. */
export function smallTree(change: object = {}): RoutingTree {
  return compileRouting(
    { ...smallRouting, ...change },
    compileUnits(smallUnits, smallChannels),
    compileRegions(smallRegions),
  );
}

const local = '本地默认，非法定';
const ladder = {
  remind: [{ before: { workingHours: 1 } }],
  escalate: [
    { after: { workingHours: 0 }, to: 'liaison' },
    { after: { workingHours: 2 }, to: 'head' },
    { after: { workingDays: 1 }, to: 'office' },
    { after: { workingDays: 2 }, to: 'convener' },
  ],
  basis: local,
};

export const smallHandling = {
  channels: smallChannels,
  ladder: { acknowledge: ladder, answer: ladder, receipt: ladder, task: ladder, follow: ladder },
  cooldown: { days: { red: 7, orange: 15, yellow: 30, blue: 60 }, basis: local },
  inhibit: [{ by: 'red', what: ['blue'], basis: local }],
  flood: { newRuleDays: 7, perHour: 20, basis: local },
  digest: { tiers: ['blue'], at: ['08:40', '14:40'], basis: local },
  grouping: { ties: ['representative', 'phone'], basis: local },
};
