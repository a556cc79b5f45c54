import { Invalid } from '@risk/kit';
import { draft, heading, list, text, type Letter } from './draft.js';
import type { WarningFacts } from './facts.js';
import { regulation } from './laws.js';
import { moment, named, orBlank } from './phrases.js';

/** Calling somebody in for a warning; it goes to the one it is about, so nothing of a complaint is in it. */
export const warningTalk: Letter<WarningFacts> = {
  title: '警示约谈通知书',
  article: regulation(18),
  write: (facts) => {
    if (facts.matters.length === 0) throw new Invalid('matters：请写明约谈事项');
    return [letterOf(facts)];
  },
};

const letterOf = (facts: WarningFacts) =>
  draft(facts, {
    title: '警示约谈通知书',
    addressee: facts.firm.name,
    body: [
      text(
        `经监测，${named(facts.firm)}可能存在非法集资风险。依照${regulation(18)}，现对你单位进行警示约谈。`,
      ),
      heading('约谈时间和地点'),
      text(`时间：${moment(facts.at)}。地点：${orBlank(facts.place)}。`),
      text('请法定代表人（主要负责人）本人到场，并携带身份证件。'),
      heading('约谈事项'),
      ...list(facts.matters),
      heading('需携带的材料'),
      ...list(facts.materials),
      heading('整改要求'),
      ...list(facts.demands, '约谈时当面提出。'),
      text(
        `本通知不是对你单位行为性质的认定。你单位可以当面说明情况、提交材料。联系人和电话：${orBlank(facts.contact)}。`,
      ),
    ],
  });
