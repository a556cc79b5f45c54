import { isAnonymous, type Tip } from './tip.js';

/** The source under which reports of citizens come in (config/sources.yaml). */
export const TIP_SOURCE = 'public-report';

/** A report as a message of the feed of complaints. */
export interface TipEnvelope {
  readonly source: string;
  readonly sourceId: string;
  readonly occurredAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a report is besides what was said in it. */
export interface TipOrigin {
  readonly sourceId: string;
  /** When the form was opened: the same form sent again makes the same message. */
  readonly openedAt: Date;
  readonly files: number;
}

/** The message that a report becomes; who reported stands in `reporter` alone, which the vault takes out. */
export function recordOf(tip: Tip, { sourceId, openedAt, files }: TipOrigin): TipEnvelope {
  const { text, targets, amount, people, happenedOn, regionCode, reporter, isSecret } = tip;
  const anonymous = isAnonymous(tip);
  return {
    ...{ source: TIP_SOURCE, sourceId, occurredAt: openedAt.toISOString() },
    payload: {
      ...{ channel: 'web', text, anonymous, attachments: files, secret: isSecret },
      ...(targets.length > 0 && { targets }),
      ...(amount !== null && { amount }),
      ...(people !== null && { people }),
      ...(happenedOn !== null && { happenedOn }),
      ...(regionCode !== null && { regionCode }),
      ...(!anonymous && { reporter }),
    },
  };
}
