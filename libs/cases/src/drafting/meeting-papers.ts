import type { Paper } from '@risk/domain';
import { chinaDay, NotFound, readForm, type Clock, type Transaction } from '@risk/kit';
import type { z } from 'zod';
import { unitNamed } from '../desk/people.js';
import { writeLetter } from '../letters/letters.js';
import { refuseReporters } from '../letters/refuse-reporters.js';
import type { Meeting } from '../meeting/meeting.js';
import type { MeetingStore } from '../meeting/ports.js';
import { agendaFacts } from './agenda-facts.js';
import { blanksOf } from './blanks-of.js';
import type { CityNames } from './case-file.js';
import type { KnownOfMeeting } from './known-of-meeting.js';
import { minutesFacts } from './minutes-facts.js';
import type { AlertPlace, KnownReporters, LetterSource } from './ports.js';
import { agendaSaid, minutesSaid, type AgendaSaid, type MinutesSaid } from './said.js';
import { keptUnit } from './unit-words.js';

/** How a paper of a meeting comes to be. */
interface MeetingForm {
  readonly said: z.ZodType<AgendaSaid | MinutesSaid>;
  write(known: KnownOfMeeting, said: unknown): readonly Paper[];
}

export type MeetingPaperCode = 'agenda' | 'minutes';

/** The papers of a joint meeting; one entry adds one. */
export const MEETING_FORMS: Readonly<Record<MeetingPaperCode, MeetingForm>> = {
  agenda: {
    said: agendaSaid,
    write: (known, said) =>
      writeLetter('meeting-agenda', agendaFacts(known, readForm(agendaSaid, said))),
  },
  minutes: {
    said: minutesSaid,
    write: (known, said) =>
      writeLetter('meeting-minutes', minutesFacts(known, readForm(minutesSaid, said))),
  },
};

/** A paper that somebody wants of a joint meeting. */
export interface MeetingPaperRequest {
  readonly meetingId: string;
  readonly code: MeetingPaperCode;
  readonly said: AgendaSaid | MinutesSaid;
}

/** A draft of it, and what is left to fill in. */
export interface MeetingPaper {
  readonly paper: Paper;
  readonly blanks: readonly string[];
}

interface MeetingSources {
  readonly meetings: Pick<MeetingStore, 'find'>;
  readonly source: LetterSource;
  readonly reporters: KnownReporters;
}

/** Writes agenda or minutes from what the meeting was told and decided. */
export class WriteMeetingPaper {
  constructor(
    private readonly sources: MeetingSources,
    private readonly city: CityNames,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Transaction,
    { meetingId, code, said }: MeetingPaperRequest,
  ): Promise<MeetingPaper> {
    const meeting = await this.sources.meetings.find(tx, meetingId);
    if (!meeting) throw new NotFound(`没有会议“${meetingId}”`);
    const known = await this.knownOf(tx, meeting, said.from ?? this.city.office);
    const [paper] = MEETING_FORMS[code].write(known, said);
    if (!paper) throw new Error(`${code} wrote nothing`);
    refuseReporters([paper], known.reporters, namesIn(meeting));
    return { paper, blanks: blanksOf(paper) };
  }

  private async knownOf(tx: Transaction, meeting: Meeting, from: string): Promise<KnownOfMeeting> {
    const { source, reporters } = this.sources;
    const { units, regionName } = this.city;
    unitNamed(units, from, 'from');
    const places = await source.placesOf(tx, alertsOf(meeting));
    const of = new Map(places.map((place) => [place.alertId, place]));
    return {
      today: chinaDay(this.clock.now()),
      meeting,
      reporters: await reporters.of(entitiesOf(places)),
      regionOf: (alertId) => {
        const code = of.get(alertId)?.regionCode ?? null;
        return code === null ? null : regionName(code);
      },
      leadOf: (alertId) => {
        const lead = of.get(alertId)?.lead ?? null;
        return lead === null ? '未分送' : keptUnit(units, lead);
      },
      units,
      from,
    };
  }
}

const entitiesOf = (places: readonly AlertPlace[]): string[] => [
  ...new Set(places.map(({ entityId }) => entityId)),
];

function alertsOf({ matters, agenda }: Meeting): string[] {
  const { reds, disputes, overdue, receipts } = matters;
  const named = [...reds, ...disputes, ...overdue, ...receipts, ...agenda];
  return [...new Set(named.flatMap(({ alertId }) => alertId ?? []))];
}

function namesIn({ matters }: Meeting): string[] {
  const { reds, disputes, overdue, receipts } = matters;
  return [...reds, ...disputes, ...overdue, ...receipts].flatMap(
    ({ entityName }) => entityName ?? [],
  );
}
