/** Why the house did not do what was asked, in words for whoever asked (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

/** No answer at all. */
export const unreachable = (): Problem =>
  new Problem(0, '连不上服务器', '请检查网络；已经填写的内容还在，可以稍后再试');

/** What an answer of failure says; an answer that is not ours, such as a proxy's, says it by its status alone. */
export function problemOf(status: number, contentType: string, text: string): Problem {
  const said = contentType.includes('problem+json') ? fieldsOf(text) : {};
  const title = said.title ?? (status < 500 ? '请求有误' : '服务器出错');
  return new Problem(status, title, said.detail ?? `服务器没有说明原因（${status}）`);
}

function fieldsOf(text: string): { readonly title?: string; readonly detail?: string } {
  try {
    const { title, detail } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return {
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof detail === 'string' ? { detail } : {}),
    };
  } catch {
    return {};
  }
}

/** Anything that was thrown, as something that can be shown. */
export const problemIn = (thrown: unknown): Problem =>
  thrown instanceof Problem ? thrown : new Problem(0, '页面出错', String(thrown));
