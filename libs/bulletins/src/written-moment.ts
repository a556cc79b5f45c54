import { writtenDay } from '@risk/domain';
import { chinaTime } from '@risk/kit';

/** A moment as papers write it: 2026年11月27日8时30分. */
export function writtenMoment(at: Date): string {
  const [day = '', time = ''] = chinaTime(at).split(' ');
  const [hour, minute] = time.split(':').map(Number);
  return `${writtenDay(day)}${hour}时${minute === 0 ? '' : `${minute}分`}`;
}
