import { outcomeName, type OutcomeVerdict, type Sheet } from '@risk/domain';
import { Invalid, isCalendarDay } from '@risk/kit';
import { CREDIT_COLUMNS, type CreditCase, type PenalisedCase } from './credit-columns.js';
import { signed, type Signature } from './signature.js';

/** What a person has to fill in by hand, because nobody told it and it is never guessed. */
export interface ToFillIn {
  /** Counted from 1 in the record. */
  readonly row: number;
  readonly name: string;
  readonly columns: readonly string[];
}

/** A credit record that nobody has signed yet: to look at, not to send. */
export interface CreditDraft {
  readonly records: Sheet;
  readonly toFillIn: readonly ToFillIn[];
}

/** A credit record that may be written out, and who answers for it. */
export interface SignedCreditRecord extends CreditDraft {
  readonly signature: Signature;
  /** The records, what is left to fill in, and who signed: what the file consists of. */
  readonly sheets: readonly Sheet[];
}

/** Only what people found to be so; a suspicion or a case at the police is none of the platform's business yet. */
const FOUND: readonly OutcomeVerdict[] = ['confirmed', 'administrative'];

/** The rows of cases in the platform's layout; a case without finding or penalty is refused. */
export function draftCreditRecord(cases: readonly CreditCase[]): CreditDraft {
  if (cases.length === 0) throw new Invalid('cases：没有可以报送的案件');
  const penalised = cases.map(penalisedCase);
  const rows = penalised.map((one) => CREDIT_COLUMNS.map(({ of }) => of(one)));
  return {
    records: { name: '行政处罚', head: CREDIT_COLUMNS.map(({ name }) => name), rows },
    toFillIn: penalised.map(lacksOf).filter(({ columns }) => columns.length > 0),
  };
}

/** Makes a draft one that may leave; without a name and a reason it does not. */
export function signCreditRecord(draft: CreditDraft, by: Signature): SignedCreditRecord {
  const signature = signed(by);
  return {
    ...draft,
    signature,
    sheets: [draft.records, lacksSheet(draft), signatureSheet(signature)],
  };
}

/** Article 33: a credit record is made of those who were penalised under the Regulation. */
function penalisedCase(one: CreditCase): PenalisedCase {
  const { name, verdict, penalty } = one;
  if (!FOUND.includes(verdict))
    throw new Invalid(`${name}：核查结论为“${outcomeName(verdict)}”，不得报送信用记录`);
  if (penalty === null)
    throw new Invalid(
      `${name}：没有行政处罚决定；《防范和处置非法集资条例》第三十三条只对受到行政处罚的建立信用记录`,
    );
  if (penalty.number.trim() === '') throw new Invalid(`${name}：请填写行政处罚决定书文号`);
  if (penalty.organ.trim() === '') throw new Invalid(`${name}：请填写处罚机关`);
  refuseNoDays(name, [penalty.decidedOn, penalty.validUntil, penalty.publicUntil]);
  return { ...one, penalty };
}

function refuseNoDays(name: string, days: readonly (string | null)[]): void {
  const wrong = days.find((day) => day !== null && !isCalendarDay(day));
  if (wrong !== undefined) throw new Invalid(`${name}：“${wrong ?? ''}”不是 yyyy-mm-dd 的日期`);
}

const isEmpty = (cell: unknown): boolean =>
  cell === null || (typeof cell === 'string' && cell.trim() === '');

function lacksOf(one: PenalisedCase, i: number): ToFillIn {
  const columns = CREDIT_COLUMNS.filter(
    ({ of, idle }) => isEmpty(of(one)) && idle?.(one) !== true,
  ).map(({ name }) => name);
  return { row: i + 1, name: one.name, columns };
}

const lacksSheet = ({ toFillIn }: CreditDraft): Sheet => ({
  name: '待人工填写',
  head: ['行', '行政相对人名称', '待人工填写的栏目'],
  rows: toFillIn.map(({ row, name, columns }) => [row, name, columns.join('、')]),
});

const signatureSheet = ({ by, because }: Signature): Sheet => ({
  name: '签发',
  head: ['签发人', '理由'],
  rows: [[by, because]],
});
