import { isAlias, isCollection, visit, type Alias, type Document, type Node } from 'yaml';

/** How often what has a name may be written out; a few lines can ask for a million copies. */
const MOST_ALIASES = 100;

/** A reference that leads nowhere, into itself, or to far too much. */
interface AliasFault {
  readonly alias: Alias;
  readonly says: string;
}

/** What a name stands for, and how many references lie in it. */
interface Named {
  readonly node: Node;
  readonly inside: number;
  times: number;
}

/** The first reference (`*name`) in a document that cannot be followed; null when all can. */
export function aliasFault(document: Document): AliasFault | null {
  const named = new Map<string, Named>();
  let fault: AliasFault | null = null;
  visit(document, {
    Node: (_key, node, path) => {
      if (isAlias(node)) {
        const says = faultOf(node, named, path);
        if (says === null) return undefined;
        fault = { alias: node, says };
        return visit.BREAK;
      }
      if (node.anchor !== undefined)
        named.set(node.anchor, { node, inside: copiesIn(node, named), times: 0 });
      return undefined;
    },
  });
  return fault;
}

function faultOf(
  { source }: Alias,
  named: ReadonlyMap<string, Named>,
  path: readonly unknown[],
): string | null {
  const meant = named.get(source);
  if (!meant) return `引用的名称 *${source} 没有定义（前面要先有 &${source}）`;
  if (path.includes(meant.node)) return `引用的名称 *${source} 引用到了自己`;
  meant.times += 1;
  if (meant.times * meant.inside <= MOST_ALIASES) return null;
  return `引用太多：*${source} 展开超过 ${MOST_ALIASES} 处，请少引用一些，或者直接写出来`;
}

/** How many copies come with a node: itself, or as many as its references write out. */
function copiesIn(node: Node, named: ReadonlyMap<string, Named>): number {
  if (!isCollection(node)) return 1;
  let copies = 0;
  visit(node, {
    Alias: (_key, alias) => {
      copies += named.get(alias.source)?.inside ?? 1;
    },
  });
  return Math.max(1, copies);
}
