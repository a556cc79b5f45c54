import { escapeHtml } from '@risk/alerting';

/** A piece of HTML that is safe to place in a page. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | null | Html | readonly Part[];

/** Builds HTML from a template; every value that is not HTML itself is escaped. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, next, i) => text + textOf(parts[i - 1] ?? '') + next));
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  if (part instanceof Html) return part.text;
  return part.map(textOf).join('');
}

/** A whole page in the house's frame. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <a href="/">非法金融活动风险监测预警平台</a>
          <span>郴州市 · 防范化解涉众型非法经营活动稳定风险联席会议</span>
        </header>
        <main>${body}</main>
        <footer>
          风险指数和预警仅为疑似线索，供人工核查，不作为认定或者处罚的依据。等级、阈值和时限均为本地默认，非法定。
        </footer>
      </body>
    </html>`.text;
}
