import { escapeHtml } from '@risk/kit';

/** A piece of HTML that is safe to place in a page. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: text is escaped, HTML is not. */
export type Part = string | number | null | Html | readonly Part[];

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

/** Every page that can be reached from every page; one line to add one. */
const NAVIGATION: readonly (readonly [path: string, name: string])[] = [
  ['/', '总览'],
  ['/duties', '应办事项'],
  ['/units', '单位'],
  ['/notices', '通知'],
  ['/bulletins', '简报'],
  ['/silences', '静默与暂停'],
  ['/ledger', '履职台账'],
  ['/meetings', '联席会议'],
  ['/editions', '规则版本'],
];

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
        <nav aria-label="主导航">
          ${NAVIGATION.map(([path, name]) => html`<a href="${path}">${name}</a>`)}
        </nav>
        <main>${body}</main>
        <footer>
          风险指数和预警仅为疑似线索，供人工核查，不作为认定或者处罚的依据。等级、阈值和时限均为本地默认，非法定。
        </footer>
      </body>
    </html>`.text;
}
