import type { Paper } from '@risk/domain';
import { Invalid, isCalendarDay } from '@risk/kit';

/** A number is given when a person signs, never before. */
export function refuseUnfit({ isDraft, number, date, masthead }: Paper): void {
  if (!isCalendarDay(date)) throw new Invalid(`date：应为 yyyy-mm-dd 的日期，而不是“${date}”`);
  if (isDraft && number !== null) throw new Invalid('number：草稿不得编文号，须先由人审核签发');
  if (masthead && number !== null)
    throw new Invalid('number：简报不是法定公文，只编期号，不编文号');
}
