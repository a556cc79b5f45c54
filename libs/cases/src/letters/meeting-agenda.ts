import { draft, heading, list, table, text, type Letter } from './draft.js';
import type { AgendaFacts, MeetingFacts } from './facts.js';
import { regulation } from './laws.js';
import { moment, orBlank, orUnknown } from './phrases.js';

/** What the joint meeting has to talk about: open reds, units that are late, disputes over jurisdiction. */
export const meetingAgenda: Letter<AgendaFacts> = {
  title: '联席会议议程',
  article: regulation(5),
  write: (facts) => [agendaOf(facts)],
};

/** When, where and who, as agenda and minutes both begin. */
export const meetingLines = (facts: MeetingFacts) => [
  text(`时间：${moment(facts.at)}`),
  text(`地点：${orBlank(facts.place)}`),
  text(`召集人：${orBlank(facts.convener)}`),
  text(`参加单位：${orBlank(facts.attendees.join('、') || null)}`),
];

const agendaOf = (facts: AgendaFacts) =>
  draft(facts, {
    title: `${facts.meeting}议程`,
    addressee: null,
    body: [
      ...meetingLines(facts),
      heading('未结红色预警'),
      table(
        ['预警编号', '疑似主体', '属地', '预警时间', '主办单位', '进展'],
        facts.reds.map((red) => [
          red.alert,
          red.name,
          orUnknown(red.region),
          moment(red.raisedAt),
          red.lead,
          red.status,
        ]),
        { shares: [2, 4, 2, 3, 3, 3] },
      ),
      heading('逾期事项'),
      text('办理期限为本地默认，非法定。'),
      table(
        ['单位', '预警编号', '疑似主体', '事项', '期限'],
        facts.overdue.map((late) => [
          late.unit,
          late.alert,
          late.name,
          late.what,
          moment(late.dueAt),
        ]),
        { shares: [3, 2, 4, 3, 3] },
      ),
      heading('管辖争议'),
      text(
        `组织调查认定职责存在争议的，由共同的上级处置非法集资牵头部门确定（${regulation(20)}）。`,
      ),
      table(
        ['疑似主体', '争议单位', '争议事项'],
        facts.disputes.map(({ name, units, about }) => [name, units.join('、'), about]),
        { shares: [3, 3, 5] },
      ),
      heading('移送公安机关未回执'),
      table(
        ['接收单位', '预警编号', '疑似主体', '移送时间', '回执期限'],
        facts.receipts.map((one) => [
          one.unit,
          one.alert,
          one.name,
          moment(one.handedOverAt),
          moment(one.dueAt),
        ]),
        { shares: [3, 2, 4, 3, 3] },
      ),
      heading('其他议题'),
      ...list(facts.others),
    ],
  });
