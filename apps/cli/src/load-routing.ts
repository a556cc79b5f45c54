import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Invalid } from '@risk/kit';
import {
  compileHandling,
  compileRegions,
  compileRouting,
  compileUnits,
  type HandlingPolicy,
  type RoutingTree,
} from '@risk/routing';
import { parse } from 'yaml';

/** Who is told, and how insistently. */
export interface LoadedRouting {
  readonly tree: RoutingTree;
  readonly handling: HandlingPolicy;
}

/** Reads and checks the four files that routing needs, and nothing else of the configuration. */
export function loadRouting(folder: string): LoadedRouting {
  const read = (name: string): unknown => parse(textOf(join(folder, `${name}.yaml`)));
  const handling = compileHandling(read('handling'));
  const units = compileUnits(read('units'), handling.channels);
  const tree = compileRouting(read('routing'), units, compileRegions(read('regions')));
  return { tree, handling };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Invalid(`读不到配置文件 ${file}`, { file }, { cause });
  }
}
