import { scopeFrom, type BulletinScope } from '@risk/domain';
import { Invalid } from '@risk/kit';

/** Reads for whom an edition is: `city`, `region:431003`, `unit:gaj`, `entity:17`. */
export function readScope(text: string): BulletinScope {
  const scope = scopeFrom(text);
  if (scope) return scope;
  throw new Invalid(`edition：“${text}”应为 city、region:区划代码 或 unit:单位代码`);
}
