import { expect, it } from '@jest/globals';
import { chinaTime } from '@risk/kit';
import { compileHandling } from './compile-handling.js';
import { nextDigest } from './digest.js';
import { smallHandling } from './testing/small-city.js';
import { workCalendar } from './work-calendar.js';

const policy = compileHandling(smallHandling);
const calendar = workCalendar([{ opens: 510, closes: 1050 }]);

it.each([
  ['in the morning', '2026-11-23T08:00', '2026-11-23 08:40'],
  ['just when one goes out, after it', '2026-11-23T08:40', '2026-11-23 14:40'],
  ['after the last of the day', '2026-11-23T15:00', '2026-11-24 08:40'],
  ['on a Friday evening', '2026-11-20T18:00', '2026-11-23 08:40'],
  ['on a Sunday', '2026-11-22T10:00', '2026-11-23 08:40'],
  ['on a Saturday that is worked', '2026-10-10T10:00', '2026-10-10 14:40'],
  ['before National Day', '2026-09-30T15:00', '2026-10-08 08:40'],
])('the next digest %s', (_, now, expected) => {
  expect(chinaTime(nextDigest(policy, new Date(`${now}:00+08:00`), calendar))).toBe(expected);
});
