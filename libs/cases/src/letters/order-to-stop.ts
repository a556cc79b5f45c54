import { Invalid } from '@risk/kit';
import { draft, heading, list, text, type Letter } from './draft.js';
import type { Finding, StopFacts } from './facts.js';
import { regulation } from './laws.js';
import { BLANK, dayOf, goingOn, named } from './phrases.js';

const ROLES: Record<StopFacts['as'], string> = {
  fundraiser: '非法集资人',
  assistant: '非法集资协助人',
};

/** Ordering to stop at once; only what was found to be illegal fundraising can be ordered to stop. */
export const orderToStop: Letter<StopFacts> = {
  title: '责令停止通知书',
  article: regulation(23),
  write: (facts) => [letterOf(facts, found(facts))],
};

function found({ finding, on, activities }: StopFacts): Finding {
  if (finding === null)
    throw new Invalid(`finding：经调查认定属于非法集资的，才能责令停止（${regulation(23)}）`);
  if (finding.on > on) throw new Invalid('finding.on：认定日期不能晚于文书日期');
  if (activities.length === 0) throw new Invalid('activities：请写明应当停止的活动');
  return finding;
}

const remedySentence = ({ remedy }: StopFacts): string =>
  remedy === null
    ? `不服本通知的救济途径和期限，由签发人依法填写：${BLANK}。`
    : `不服本通知的，${goingOn(remedy)}。`;

const letterOf = (facts: StopFacts, finding: Finding) =>
  draft(facts, {
    title: '责令停止非法集资活动通知书',
    addressee: facts.firm.name,
    body: [
      text(
        `${finding.by}于${dayOf('finding.on', finding.on)}经调查认定：${goingOn(finding.because)}。${named(facts.firm)}为${ROLES[facts.as]}。`,
      ),
      text(`依照${regulation(23)}，责令你单位自收到本通知之时起，立即停止下列活动：`),
      ...list(facts.activities),
      heading('清退义务'),
      text(
        `依照${regulation(25)}，你单位应当向集资参与人清退集资资金，清退过程接受处置非法集资牵头部门监督。`,
      ),
      heading('配合义务'),
      text(
        `依照${regulation(21)}，与被调查事件有关的单位和个人应当配合调查，不得拒绝、阻碍；不配合的，依照${regulation(36)}处理。`,
      ),
      text(remedySentence(facts)),
    ],
  });
