import type { MeetingFacts } from '../letters/facts.js';
import { BLANK } from '../letters/phrases.js';
import type { Meeting } from '../meeting/meeting.js';
import type { UnitNames } from '../desk/ports.js';
import type { AgendaSaid, MinutesSaid } from './said.js';
import { keptUnit, saidUnit } from './unit-words.js';

/** All that the house knows of a joint meeting when a paper of it is written. */
export interface KnownOfMeeting {
  /** yyyy-mm-dd */
  readonly today: string;
  readonly meeting: Meeting;
  /** What is known of those who reported about any entity that is talked about. */
  readonly reporters: readonly string[];
  readonly regionOf: (alertId: string) => string | null;
  readonly leadOf: (alertId: string) => string;
  readonly units: UnitNames;
  /** The unit that serves the meeting. */
  readonly from: string;
}

/** How agenda and minutes both begin. */
export const meetingEnds = (
  known: KnownOfMeeting,
  said: AgendaSaid | MinutesSaid,
): MeetingFacts => ({
  on: said.on ?? known.today,
  from: keptUnit(known.units, known.from),
  to: BLANK,
  copies: said.copies.map((one) => saidUnit(known.units, 'copies', one)),
  meeting: known.meeting.title,
  at: said.at === undefined ? null : new Date(said.at),
  place: said.place ?? null,
  convener: known.meeting.chair,
  attendees: known.meeting.units.map((unit) => keptUnit(known.units, unit)),
});
