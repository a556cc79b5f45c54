import type { WholeAlert } from '../api/alert.js';
import { AttachmentsSection } from './attachments-section.js';
import { BesideSection } from './beside-section.js';
import { DutiesSection } from './duties-section.js';
import { EvidenceSection } from './evidence-section.js';
import { HandOversSection } from './hand-overs-section.js';
import { JudgementsSection } from './judgements-section.js';
import { LettersSection } from './letters-section.js';
import { MeasureSection } from './measure-section.js';
import { NotHigherSection } from './not-higher-section.js';
import { NoticesSection } from './notices-section.js';
import { PlacesRow } from './places-row.js';
import { ReasonsSection } from './reasons-section.js';
import { TimelineSection } from './timeline-section.js';
import { VerificationsSection } from './verifications-section.js';

interface AlertPartsProps {
  readonly whole: WholeAlert;
  readonly again: () => Promise<void>;
  readonly done: (said: string) => void;
  /** Whether the words of records may be read. */
  readonly mayRead: boolean;
}

/** The parts of the screen: what speaks for it and what happened on the left, how it stands on the right. */
export function AlertParts({ whole, again, done, mayRead }: AlertPartsProps) {
  return (
    <>
      <PlacesRow places={placesOf(whole, mayRead)} />
      <div className="alert-columns">
        <div className="alert-column">
          <ReasonsSection whole={whole} />
          {mayRead && <EvidenceSection whole={whole} />}
          <VerificationsSection whole={whole} />
          <HandOversSection whole={whole} />
          <TimelineSection whole={whole} />
          <NoticesSection whole={whole} />
        </div>
        <div className="alert-column">
          <DutiesSection whole={whole} />
          <MeasureSection whole={whole} />
          {mayRead && <NotHigherSection whole={whole} />}
          <BesideSection {...{ whole, again, done }} />
          <JudgementsSection whole={whole} />
          <AttachmentsSection {...{ whole, done }} />
          <LettersSection {...{ whole, done }} />
        </div>
      </div>
    </>
  );
}

function placesOf(whole: WholeAlert, mayRead: boolean): (readonly [string, string])[] {
  const { verifications, handOvers } = whole;
  return [
    ['reasons', '理由'],
    ...(mayRead ? ([['evidence', '原文']] as const) : []),
    ...(verifications.length > 0 ? ([['verifications', '核查']] as const) : []),
    ...(handOvers.length > 0 ? ([['handovers', '移送']] as const) : []),
    ['timeline', '经过'],
    ['notices', '通知'],
    ['duties', '时限'],
    ['elements', '要件'],
    ['beside', '相近'],
    ['files', '附件'],
  ];
}
