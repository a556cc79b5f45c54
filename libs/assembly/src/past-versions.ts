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
};

/** Any versions that ever judged here, ready to judge again. */
export class PastVersions {
  private readonly compiled = new Map<string, Judging>();

  constructor(
    private readonly texts: EngineTexts,
    private readonly regions: RegionRegister,
  ) {}

  /** The files of versions; throws NotFound naming the engine whose text was never kept. */
  async filesOf({ lexicon, rules, model, scoring }: EngineVersions): Promise<JudgingFiles> {
    const [words, book, net, scale] = await Promise.all([
      this.read('lexicon', lexicon),
      this.read('rules', rules),
      this.read('model', model),
      this.read('scoring', scoring),
    ]);
    return { lexicon: words, rules: book, model: one(net), scoring: one(scale) };
  }

  /** The engines of versions; compiled once. */
  async judgingOf(versions: EngineVersions): Promise<Judging> {
    const { lexicon, rules, model, scoring } = versions;
    const name = [lexicon, rules, model, scoring].join(' ');
    const known = this.compiled.get(name);
    if (known) return known;
    const judging = compileJudging(await this.filesOf(versions), this.regions);
    this.compiled.set(name, judging);
    return judging;
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
