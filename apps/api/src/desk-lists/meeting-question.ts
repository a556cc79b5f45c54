import type { ListColumn } from '@risk/assembly';
import type { Sight } from '@risk/domain';
import { readForm } from '@risk/kit';
import { MEETING_SORTS, type MeetingQuestion, type MeetingRow } from '@risk/store';
import { z } from 'zod';
import { listForm, listQuestion } from '../lists/list-form.js';
import type { Names } from '../pages/words.js';

/** What may be asked of the list of meetings. */
export const meetingForm = z.strictObject({
  ...listForm(MEETING_SORTS, '-heldOn'),
  state: z.enum(['open', 'all']).default('all'),
});

/** Reads which meetings somebody wants. */
export function readMeetingQuestion(query: unknown, sight: Sight): MeetingQuestion {
  const { state, ...list } = readForm(meetingForm, query);
  return { ...listQuestion(list), isOpen: state === 'open', sight };
}

/** Meetings as a workbook. */
export const meetingColumns = (names: Names): readonly ListColumn<MeetingRow>[] => [
  { title: '会议日期', cell: ({ heldOn }) => heldOn },
  { title: '会议', width: 40, cell: ({ title }) => title },
  { title: '召集人', cell: ({ chair }) => chair },
  { title: '参加单位', width: 50, cell: ({ units }) => units.map(names.unit).join('、') },
  { title: '议题', cell: ({ items }) => items },
  { title: '决定', cell: ({ decisions }) => decisions },
  { title: '任务', cell: ({ tasks }) => tasks },
  { title: '已完成', cell: ({ tasksDone }) => tasksDone },
  { title: '样例', cell: ({ sample }) => (sample ? '样例' : '') },
];
