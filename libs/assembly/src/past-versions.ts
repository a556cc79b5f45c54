import type { EngineVersions } from '@risk/domain';
import { NotFound } from '@risk/kit';
import type { RegionRegister } from '@risk/routing';
import type { ConfigFile } from '@risk/settings';
import type { EngineText, EngineTexts } from '@risk/store';
import { compileJudging, type Judging, type JudgingFiles } from './compile-judging.js';

const KIND_NAMES: Readonly<Record<EngineText['kind'], string>> = {
  lexicon: '词库',
  rules: '规则',
  model: '分类模型',
  scoring: '评分参数',
  licensed: '持牌登记',
};

/** What judged before there was a register licensed nobody. */
const NOBODY_LICENSED: ConfigFile = { name: 'licensed.yaml', content: { entries: [] } };

/** Any versions that ever judged here, ready to judge again. */
export class PastVersions {
  private readonly compiled = new Map<string, Judging>();

  constructor(
    private readonly texts: EngineTexts,
    private readonly regions: RegionRegister,
  ) {}

  /** The files of versions; throws NotFound naming the engine whose text was never kept. */
  async filesOf(versions: EngineVersions): Promise<JudgingFiles> {
    const { lexicon, rules, model, scoring, licensed } = versions;
    const [words, book, net, scale, register] = await Promise.all([
      this.read('lexicon', lexicon),
      this.read('rules', rules),
      this.read('model', model),
      this.read('scoring', scoring),
      licensed === undefined ? [NOBODY_LICENSED] : this.read('licensed', licensed),
    ]);
    return {
      lexicon: words,
      rules: book,
      model: one(net),
      scoring: one(scale),
      licensed: one(register),
    };
  }

  /** The engines of versions; compiled once. */
  async judgingOf(versions: EngineVersions): Promise<Judging> {
    const { lexicon, rules, model, scoring, licensed } = versions;
    const name = [lexicon, rules, model, scoring, licensed].join(' ');
    const known = this.compiled.get(name);
    if (known) return known;
    const judging = compileJudging(await this.filesOf(versions), this.regions);
    this.compiled.set(name, judging);
    return judging;
  }

  /** The files of a lexicon that ever judged. */
  lexiconOf(version: string): Promise<readonly ConfigFile[]> {
    return this.read('lexicon', version);
  }

  private async read(kind: EngineText['kind'], version: string): Promise<readonly ConfigFile[]> {
    const files = await this.texts.read<readonly ConfigFile[]>(kind, version);
    if (files) return files;
    throw new NotFound(`没有保存${KIND_NAMES[kind]}版本 ${version} 的内容`);
  }
}

function one(files: readonly ConfigFile[]): ConfigFile {
  const [file] = files;
  if (!file) throw new NotFound('版本的内容为空');
  return file;
}
