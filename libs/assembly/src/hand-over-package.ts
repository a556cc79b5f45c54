import { Readable } from 'node:stream';
import {
  CHECKED_ELEMENTS,
  evidencePlaces,
  maskedText,
  namesReporter,
  PackageMaker,
  refuseReporters,
  signPaper,
  writeLetter,
  type AttachmentStore,
  type FactsOf,
  type HandOverFacts,
  type Involved,
  type Package,
} from '@risk/cases';
import type { Paper } from '@risk/domain';
import { wordsOfFile, type FileWords } from '@risk/files';
import { digestsOf, chinaDay, Forbidden, NotFound } from '@risk/kit';
import { packedBytes, renderDocx, type FileToPack } from '@risk/papers';

/** What the package is made of besides its facts. */
interface Hands {
  readonly attachments: Pick<AttachmentStore, 'open'>;
  readonly regionName: (code: string | null) => string;
  /** Codes that are signs of flight. */
  readonly flightCodes: readonly string[];
  /** What the vault knows of those who reported about an entity: none of it may stand in a letter. */
  readonly reportersOf: (entityId: string) => Promise<readonly string[]>;
}

/** Packs the letter, the receipt form and the evidence for public security; the same facts, the same bytes. */
export class HandOverPackage extends PackageMaker {
  constructor(private readonly hands: Hands) {
    super();
  }

  async make(facts: HandOverFacts): Promise<Package> {
    const day = chinaDay(facts.at);
    const reporters = await this.hands.reportersOf(facts.entity.id);
    const isUnread = await this.refuseReportersInFiles(facts, reporters);
    const drafts = writeLetter('handover', this.letterFacts(facts, isUnread));
    const papers = drafts.map((paper) => signedBy(facts, paper));
    const { shareholders = [] } = facts.entity;
    const printed = shareholders.map(({ name }) => name);
    refuseReporters(papers, reporters, [...registeredOf(facts), ...printed]);
    const [letter, receipt] = await Promise.all(papers.map((paper) => renderDocx(paper)));
    if (!letter || !receipt) throw new Error('the letter of a hand-over has two papers');
    const files: FileToPack[] = [
      { name: '01移送公安机关函.docx', content: letter },
      { name: '02移送回执.docx', content: receipt },
      ...facts.evidence.map((one, i) => ({
        name: `${String(i + 3).padStart(2, '0')}${maskedText(one.name)}`,
        content: async () => Readable.from([await this.bytesOf(one.id)]),
        sha256: one.sha256,
      })),
    ];
    const bytes = await packedBytes(files, day);
    const { sha256, sm3 } = digestsOf(bytes);
    const what = facts.number ? '移送材料' : '移送材料草稿';
    return { name: `${what}-预警${facts.alert.id}-${day}.zip`, bytes, sha256, sm3 };
  }

  /** Whether anything among the files cannot be read; none leaves in which a reporter is read. */
  private async refuseReportersInFiles(
    facts: HandOverFacts,
    reporters: readonly string[],
  ): Promise<boolean> {
    let isUnread = false;
    for (const { id, name } of facts.evidence) {
      const { texts, unread } = await this.wordsOf(id, name);
      if (texts.some((text) => namesReporter(text, reporters, registeredOf(facts))))
        throw new Forbidden(
          `附件 ${id}“${shownName(name, reporters)}”含有举报人信息，不能随函移送；请隐去后另附一份，并不移送这一份（without，命令行 --without ${id}）`,
          { attachment: id },
        );
      isUnread ||= unread;
    }
    return isUnread;
  }

  private async wordsOf(id: string, name: string): Promise<FileWords> {
    return wordsOfFile(name, Buffer.from(await this.bytesOf(id)));
  }

  private letterFacts(facts: HandOverFacts, unread: boolean): FactsOf<'handover'> {
    const { entity, alert, index, evidence, verification } = facts;
    return {
      on: chinaDay(facts.at),
      from: facts.from.name,
      to: facts.to.name,
      copies: [],
      firm: {
        name: entity.name,
        uscc: entity.uscc,
        representative: entity.representative ?? null,
        address: entity.address,
        region: this.hands.regionName(entity.regionCode),
      },
      involved: personsOf(entity),
      alert: {
        id: alert.id,
        raisedAt: alert.raisedAt,
        tier: alert.tier,
        score: index.score,
        scheme: index.scheme,
        reasons: index.reasons.map(({ because }) => ({
          because: maskedText(because),
          quote: null,
        })),
      },
      elements: CHECKED_ELEMENTS.map((element) => {
        const line = verification?.checklist.find((one) => one.element === element);
        return {
          element,
          suspected: line && line.finding !== 'unclear' ? line.finding === 'met' : null,
          note: line?.because ? maskedText(line.because) : null,
          evidence: evidencePlaces(line?.evidence ?? [], evidence),
        };
      }),
      sums: {
        amount: facts.amount.value,
        people: facts.people.value,
        losses: facts.losses.value,
      },
      aggravated: facts.aggravated,
      flight: index.reasons
        .filter(({ code }) => this.hands.flightCodes.includes(code))
        .map(({ because }) => maskedText(because)),
      evidence: evidence.map(({ name, ...one }) => ({ ...one, name: maskedText(name) })),
      unread,
      approver: facts.approver,
      because: maskedText(facts.because),
      officers: facts.officers.map((name) => ({ name, unit: facts.from.name, badge: null })),
      finding: facts.finding
        ? { ...facts.finding, because: maskedText(facts.finding.because) }
        : null,
    };
  }

  private async bytesOf(id: string): Promise<Uint8Array> {
    const file = await this.hands.attachments.open(id);
    if (!file) throw new NotFound(`没有附件 ${id}`);
    return file.bytes;
  }
}

/** A letter bears the number it was given, and its form none; without a number both stay drafts. */
function signedBy({ number, by, because, at }: HandOverFacts, draft: Paper): Paper {
  if (!number) return draft;
  const signing = {
    by,
    because,
    on: chinaDay(at),
    number: draft.kind === 'letter' ? number : null,
  };
  return signPaper(draft, signing).paper;
}

/** Who stands behind the firm by the register, each once with all that they are to it. */
function personsOf({ representative, shareholders = [] }: HandOverFacts['entity']): Involved[] {
  const roles = new Map<string, string[]>();
  const add = (name: string, role: string): void => {
    roles.set(name, [...(roles.get(name) ?? []), role]);
  };
  if (representative) add(representative, '法定代表人');
  for (const { name, share } of shareholders)
    add(name, share === null ? '股东' : `股东（${share}%）`);
  const unknown = { uscc: null, representative: null, address: null, region: null };
  return [...roles].map(([name, all]) => ({ name, role: all.join('、'), ...unknown }));
}

/** What the public register tells anyway; of shareholders many are victims, so files may not name them. */
const registeredOf = ({ entity }: HandOverFacts): readonly string[] => [
  entity.name,
  ...(entity.representative ? [entity.representative] : []),
];

/** The name of a file, unless it is the name itself that must not be said. */
const shownName = (name: string, reporters: readonly string[]): string =>
  namesReporter(name, reporters, []) ? '……' : maskedText(name);
