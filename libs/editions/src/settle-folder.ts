import type { Clock, UnitOfWork } from '@risk/kit';
import { isSame, isSameBook, type BookVersions, type Edition, type RuleBook } from './edition.js';
import type { EditionStore } from './ports.js';

/** Who is named when the configuration folder itself puts an edition in force. */
export const FOLDER = '配置文件夹';

/** What applies when the house opens, and what people should know about it. */
export interface Settled {
  readonly edition: Edition;
  /** The folder says something else than what was published; null when it does not. */
  readonly remark: string | null;
}

/**
 * Settles which edition applies when a house opens. As long as nobody published one, the configuration folder
 * is in force and a changed folder is a new edition; once somebody did, the folder is only a proposal.
 */
export class SettleFolder {
  constructor(
    private readonly store: EditionStore,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(book: RuleBook, versions: BookVersions): Promise<Settled> {
    return this.work.run(async (tx) => {
      await this.store.hold(tx);
      const inForce = await this.store.inForce();
      if (inForce && isSame(inForce, versions)) return { edition: inForce, remark: null };
      if (inForce?.origin === 'person') {
        const remark = isSameBook(inForce, versions) ? null : differs(inForce);
        return { edition: inForce, remark };
      }
      const at = this.clock.now();
      const because = inForce ? '配置文件夹有改动' : '随系统安装';
      const head = { by: FOLDER, because, at };
      const draft = { ...versions, ...head, origin: 'folder' as const, title: because };
      const id = await this.store.draft(tx, draft, book);
      await this.store.step(tx, id, { kind: 'published', ...head, detail: null });
      const step = { kind: 'published' as const, ...head, detail: null };
      const edition: Edition = {
        ...versions,
        id,
        origin: 'folder',
        title: because,
        draftedBy: FOLDER,
        draftedAt: at,
        steps: [{ ...step, kind: 'drafted' }, step],
        inForce: true,
      };
      return { edition, remark: null };
    });
  }
}

const differs = ({ id, title }: Edition): string =>
  `配置文件夹里的规则或评分与已发布的版本 ${id}（${title}）不同，不生效；要采用请用 risk edition draft 提交`;
