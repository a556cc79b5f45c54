import { schemeName } from '@risk/domain';
import { Invalid, isCalendarDay } from '@risk/kit';
import { draft, heading, list, text, type Letter } from './draft.js';
import type { SuspensionFacts } from './facts.js';
import { regulation } from './laws.js';
import { dayOf, officersLine, registeredTable } from './phrases.js';

/** Asking market supervision to suspend registrations while an investigation runs. */
export const suspendRegistration: Letter<SuspensionFacts> = {
  title: '暂停办理登记通知书',
  article: regulation(22),
  write: (facts) => {
    if (facts.firms.length === 0) throw new Invalid('firms：至少写明一个单位');
    refuseLaterThanLetter(facts);
    return [letterOf(facts)];
  },
};

/** An investigation that has not begun gives no power: article 22. */
function refuseLaterThanLetter({ investigatedSince, on }: SuspensionFacts): void {
  if (isCalendarDay(investigatedSince) && investigatedSince > on)
    throw new Invalid(`investigatedSince：调查开始日 ${investigatedSince} 不能晚于文书日期 ${on}`);
}

const letterOf = (facts: SuspensionFacts) =>
  draft(facts, {
    title: '关于暂停为涉嫌非法集资的有关单位办理登记的通知',
    body: [
      text(
        `我单位自${dayOf('investigatedSince', facts.investigatedSince)}起，对下列单位涉嫌${schemeName(facts.scheme)}的行为组织调查。依照${regulation(22)}，请自收到本通知之日起，暂停为下列单位办理设立、变更或者注销登记。`,
      ),
      heading('有关单位'),
      registeredTable(facts.firms),
      heading('请予配合的事项'),
      ...list([
        '暂停办理上列单位的设立、变更、注销登记；正在办理的，请一并暂停。',
        '请将办理情况，以及上列单位此后提出的登记申请，及时书面告知我单位。',
        '调查结束或者情况变化的，我单位将另行书面通知。',
      ]),
      text('上列单位目前为涉嫌，尚未认定；有关情况请注意保密。'),
      text(`承办人员：${officersLine(facts.officers)}。`),
    ],
  });
