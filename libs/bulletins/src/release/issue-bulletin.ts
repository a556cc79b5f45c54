import { bulletinName, paperText, type BulletinState, type Paper } from '@risk/domain';
import { days, hours, Invalid, type Clock, type Transaction } from '@risk/kit';
import { paperOf, type Content } from '../compose/composition.js';
import type { RecipientGroup } from '../policy.js';
import { readScope } from '../scope.js';
import type { Bulletin, BulletinStep } from './bulletin.js';
import type { BulletinPost, BulletinPress, BulletinStore } from './ports.js';

type Step = Omit<BulletinStep, 'id'>;

const PLATFORM = '平台';

/** Prints an edition as it stands, and sends it when it is issued: all in the caller's transaction. */
export class IssueBulletin {
  constructor(
    private readonly store: BulletinStore,
    private readonly press: BulletinPress,
    private readonly post: BulletinPost,
    private readonly clock: Clock,
  ) {}

  /** Keeps the files of a draft. */
  async keepDraft(
    tx: Transaction,
    bulletin: Bulletin,
    content: Content,
    steps: readonly Step[],
    state: BulletinState = 'draft',
  ): Promise<void> {
    const paper = paperOf(content, { isDraft: true, number: bulletin.number });
    await this.print(tx, bulletin.id, paper, content);
    await this.store.move(tx, bulletin.id, state, steps);
  }

  /** Half a bulletin is never issued as a whole one. */
  async run(
    tx: Transaction,
    bulletin: Bulletin,
    content: Content,
    groups: readonly RecipientGroup[],
    steps: readonly Step[],
  ): Promise<Bulletin> {
    refuseBroken(content);
    const at = this.clock.now();
    const numbered = { ...bulletin, number: await this.store.number(tx, bulletin.id) };
    const paper = paperOf(content, { isDraft: false, number: numbered.number });
    await this.print(tx, bulletin.id, paper, content);
    const scope = readScope(bulletin.scope);
    const body = paperText(paper).join('\n');
    const dispatch = { bulletin: numbered, subject: subjectOf(numbered, at), body, groups, scope };
    const sent = await this.post.send(tx, dispatch, at);
    if (sent === 0) throw new Invalid('没有可以送达的收件人，请检查 units.yaml 和 bulletins.yaml');
    const issued = { kind: 'issued', by: PLATFORM, because: `送 ${sent} 份`, at } as const;
    await this.store.move(tx, bulletin.id, 'issued', [...steps, issued]);
    return { ...numbered, state: 'issued', issuedAt: at };
  }

  private async print(
    tx: Transaction,
    id: string,
    paper: Paper,
    { composition }: Content,
  ): Promise<void> {
    const files = await this.press.press(paper, composition.sheets);
    await this.store.keepFiles(tx, id, files);
  }
}

/** Refuses what is not whole, naming each part that is missing. */
export function refuseBroken({ composition: { broken } }: Content): void {
  if (broken.length === 0) return;
  const parts = broken.map(({ section, why }) => `${section}（${why}）`).join('；');
  throw new Invalid(`本期不完整，不能审核或签发：${parts}`);
}

/** So long after its span a bulletin is sent when all goes well: long holidays come in between. */
const IN_TIME = { daily: hours(12), others: days(10) };

/** Tells at a glance what it is; late ones say that they are. */
export function subjectOf(
  { kind, title, number, revision, samples, span }: Bulletin,
  at: Date,
): string {
  const inTime = kind === 'daily' ? IN_TIME.daily : IN_TIME.others;
  const isLate = kind !== 'special' && at.getTime() - span.until.getTime() > inTime;
  return [
    samples ? '【样例】' : '',
    revision > 0 ? '【更正】' : '',
    isLate ? '【补发】' : '',
    `【${bulletinName(kind)}】${title}`,
    number === null ? '' : `（第${number}期）`,
  ].join('');
}
