import type { Permission, Person } from '@risk/access';
import { seesWholeCity } from '@risk/domain';
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

/** Every page that can be reached from every page, by those who may; one line to add one. */
const NAVIGATION: readonly {
  readonly path: string;
  readonly name: string;
  readonly needs: Permission;
  readonly isOfCity: boolean;
}[] = [
  { path: '/', name: '总览', needs: 'overview.read', isOfCity: true },
  { path: '/duties', name: '应办事项', needs: 'inbox.read', isOfCity: false },
  { path: '/units', name: '单位', needs: 'units.read', isOfCity: true },
  { path: '/notices', name: '通知', needs: 'notices.read', isOfCity: false },
  { path: '/bulletins', name: '简报', needs: 'bulletins.read', isOfCity: false },
  { path: '/silences', name: '静默与暂停', needs: 'alerts.hold', isOfCity: true },
  { path: '/ledger', name: '履职台账', needs: 'units.read', isOfCity: true },
  { path: '/meetings', name: '联席会议', needs: 'meetings.read', isOfCity: false },
  { path: '/editions', name: '规则版本', needs: 'editions.read', isOfCity: true },
  { path: '/workbench', name: '工作台', needs: 'accounts.read', isOfCity: false },
];

/** Where the frame of a page waits for its viewer. */
const FOR_VIEWER = '<nav aria-label="主导航"></nav>';

/** A page with the navigation of its viewer. */
export function framedFor(viewer: Person, whole: string): string {
  const { permissions, sight, unit } = viewer;
  const open = NAVIGATION.filter(
    ({ needs, isOfCity }) => permissions.has(needs) && (!isOfCity || seesWholeCity(sight)),
  );
  const own = sight.units === 'all' ? null : html`<a href="/units/${unit}">本单位</a>`;
  const navigation = html`<nav aria-label="主导航">
      ${permissions.has('inbox.read') ? own : null}
      ${open.map(({ path, name }) => html`<a href="${path}">${name}</a>`)}
      <a href="/me" class="me">${viewer.name}</a>
    </nav>
    ${viewer.sample ? html`<p class="sample">演示登录：所见为虚构的样例数据，清除样例后此登录随之消失。</p>` : null}`;
  return whole.replace(FOR_VIEWER, () => navigation.text);
}

/** A whole page in the house's frame; `framedFor` puts its viewer in. */
export const page = (title: string, body: Html): string => frame(title, body, new Html(FOR_VIEWER));

/** A page for whoever is not signed in. */
export const plainPage = (title: string, body: Html): string => frame(title, body, null);

function frame(title: string, body: Html, navigation: Html | null): string {
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
        ${navigation}
        <main>${body}</main>
        <footer>
          风险指数和预警仅为疑似线索，供人工核查，不作为认定或者处罚的依据。等级、阈值和时限均为本地默认，非法定。
        </footer>
      </body>
    </html>`.text;
}
