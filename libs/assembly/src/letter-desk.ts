import {
  AttachFile,
  CaseFile,
  DraftLetter,
  ExportCredit,
  ReopenLetter,
  SignLetter,
  WriteMeetingPaper,
  type AttachmentStore,
  type AttachRequest,
  type CaseSources,
  type CityNames,
  type CreditExport,
  type CreditFiles,
  type CreditRequest,
  type DraftRequest,
  type IssuedLetter,
  type KeptAttachment,
  type KnownReporters,
  type MeetingPaperRequest,
  type SignedLetter,
  type SigningRequest,
} from '@risk/cases';
import type { Paper } from '@risk/domain';
import { Forbidden, type Clock, type Log, type UnitOfWork } from '@risk/kit';
import { fileName } from '@risk/papers';
import {
  PgCases,
  PgCreditExports,
  PgLetters,
  PgLetterSource,
  PgMeetings,
  PgVerifications,
} from '@risk/store';
import { PressedPapers } from './pressed-papers.js';
import type { DeskPorts } from './tie-desk.js';

/** A document to be handed out. */
export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A draft as a document, with the lines that people have to fill in. */
export interface DraftDocument extends Document {
  readonly blanks: readonly string[];
}

/** Where letters are drafted and signed, credit records leave, and files come in; every call is one transaction. */
export interface LetterDesk {
  draft(request: DraftRequest): Promise<DraftDocument>;
  sign(request: SigningRequest): Promise<SignedLetter & Document>;
  ofAlert(alertId: string): Promise<SignedLetter[]>;
  open(id: string): Promise<SignedLetter & Document>;
  meetingPaper(request: MeetingPaperRequest): Promise<DraftDocument>;
  attach(request: AttachRequest): Promise<KeptAttachment>;
  exportCredit(request: CreditRequest): Promise<CreditFiles>;
  creditExports(limit: number): Promise<CreditExport[]>;
}

/** What the desk is tied to. */
interface Hands {
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly city: CityNames;
  readonly attachments: AttachmentStore;
  readonly reporters: KnownReporters;
  readonly ports: Pick<DeskPorts, 'steps' | 'shelf'>;
}

/** Ties the use cases of letters to the database, the papers and what the vault knows. */
export function tieLetters(hands: Hands): LetterDesk {
  const { work, clock, city, attachments, reporters, ports } = hands;
  const [press, store, source] = [new PressedPapers(), new PgLetters(), new PgLetterSource()];
  const sources: CaseSources = {
    ...{ steps: ports.steps, shelf: ports.shelf, source, reporters },
    verifications: new PgVerifications(),
  };
  const drafting = new DraftLetter(new CaseFile(sources, city, clock));
  const signing = new SignLetter(drafting, store, press, clock);
  const reopening = new ReopenLetter(store, press);
  const meetings = { meetings: new PgMeetings(), source, reporters };
  const meeting = new WriteMeetingPaper(meetings, city, clock);
  const attaching = new AttachFile(attachments, ports.steps, clock);
  const exports = new PgCreditExports();
  const crediting = new ExportCredit(
    { cases: new PgCases(), source, reporters, exports, press },
    city,
    clock,
  );
  const guarded = <T>(about: object, deed: () => Promise<T>): Promise<T> =>
    telling(hands.log, about, deed);
  return {
    draft: (request) =>
      guarded(placeOf(request), async () => {
        const { paper, blanks } = await work.run((tx) => drafting.run(tx, request));
        const { bytes } = await press.docx(paper);
        return { name: `草稿-${documentName(paper, `预警${request.alertId}`)}`, bytes, blanks };
      }),
    sign: (request) =>
      guarded(placeOf(request), async () =>
        named(await work.run((tx) => signing.run(tx, request))),
      ),
    ofAlert: (alertId) => work.run((tx) => store.ofAlert(tx, alertId)),
    open: async (id) => named(await work.run((tx) => reopening.run(tx, id))),
    meetingPaper: (request) =>
      guarded({ meeting: request.meetingId, code: request.code }, async () => {
        const { paper, blanks } = await work.run((tx) => meeting.run(tx, request));
        const { bytes } = await press.docx(paper);
        return { name: `草稿-${documentName(paper, `会议${request.meetingId}`)}`, bytes, blanks };
      }),
    attach: (request) => work.run((tx) => attaching.run(tx, request)),
    exportCredit: (request) =>
      guarded({ code: 'credit-export', by: request.by }, () =>
        work.run((tx) => crediting.run(tx, request)),
      ),
    creditExports: (limit) => work.run((tx) => exports.list(tx, limit)),
  };
}

const placeOf = ({ alertId, code }: DraftRequest) => ({ alert: alertId, code });

const documentName = ({ title, date }: Paper, about: string): string =>
  fileName(`${title}-${about}-${date}.docx`);

const named = (letter: IssuedLetter): SignedLetter & Document => {
  const { title, alertId, on } = letter;
  return { ...letter, name: fileName(`${title}-预警${alertId}-${on}.docx`) };
};

/** Whoever tries names on the gate until it closes is seen in the log; what closed it is not. */
async function telling<T>(log: Log, about: object, deed: () => Promise<T>): Promise<T> {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof Forbidden)
      log.warn('a paper was refused at the gate of reporters', { ...about });
    throw error;
  }
}
