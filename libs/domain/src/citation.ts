/** What a local default calls itself where a law would stand. */
const LOCAL_DEFAULT = '本地默认';

/** A law with its article, as officials cite it; what is set here alone is set apart from what it leans on. */
export function citation({
  law,
  article = '',
}: {
  readonly law: string;
  readonly article?: string | undefined;
}): string {
  const isApart = law.endsWith(LOCAL_DEFAULT) && article !== '';
  return `${law}${isApart ? '：' : ''}${article}`;
}
