import type { HouseState, WaitingState } from '../api/house-state.js';
import { noticeStateWord } from '../notices/notice-words.js';
import { Facts } from '../shown/facts.js';
import { Card, Unknown } from './card.js';
import { ageWords, countWords } from './figure-words.js';

/** What waits to be sent, read again, told or done. */
export function WaitingCard({ waiting }: Pick<HouseState, 'waiting'>) {
  return (
    <Card title="积压">
      {waiting ? (
        <Facts
          lines={[
            ['通知', noticesWords(waiting)],
            [
              '该发未发',
              waiting.oldestDueNotice === null ? '没有' : `有${ageWords(waiting.oldestDueNotice)}`,
            ],
            ['死信', `${countWords(waiting.deadLetters)} 条${ageWords(waiting.oldestDeadLetter)}`],
            [
              '待发往 Kafka',
              `${countWords(waiting.untoldChanges)} 条${ageWords(waiting.oldestUntoldChange)}`,
            ],
            ['逾期的应办事项', `${countWords(waiting.overdueDuties)} 项`],
          ]}
        />
      ) : (
        <Unknown />
      )}
    </Card>
  );
}

const noticesWords = ({ notices }: WaitingState): string =>
  notices.length === 0
    ? '没有'
    : notices
        .map(({ state, count }) => `${noticeStateWord(state)} ${countWords(count)}`)
        .join('、');
