import type { Hotline } from '@risk/tips';
import { html, type Html } from '../html.js';

/** The pages of citizens; one line to add one. */
const PAGES: readonly { readonly path: string; readonly name: string }[] = [
  { path: '/report', name: '我要举报' },
  { path: '/report/status', name: '查询进度' },
  { path: '/report/learn', name: '识别非法集资' },
];

/** What stands on every page of citizens. */
export interface PublicFrame {
  readonly city: string;
  readonly hotlines: readonly Hotline[];
}

/** A whole page of citizens. It leads to no other page of the house: there may be none where it stands. */
export function publicPage(
  title: string,
  path: string,
  { city, hotlines }: PublicFrame,
  body: Html,
): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="${path === '/report/learn' ? 'index' : 'noindex'}" />
        <title>${title}　${city}非法集资举报专栏</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/report/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">跳到正文</a>
        <header><a href="/report">${city}非法集资举报专栏</a></header>
        <nav aria-label="主导航">
          ${PAGES.map(({ path: to, name }) =>
            to === path
              ? html`<a href="${to}" aria-current="page">${name}</a>`
              : html`<a href="${to}">${name}</a>`,
          )}
        </nav>
        <main id="content">${body}</main>
        <footer>
          ${telephones(hotlines)}
          <p>
            依据《防范和处置非法集资条例》第十六条：任何单位和个人有权举报，受理的部门应当为举报人保密。
          </p>
        </footer>
      </body>
    </html>`.text;
}

const telephones = (hotlines: readonly Hotline[]): Html | null =>
  hotlines.length === 0
    ? null
    : html`<ul class="telephones">
        ${hotlines.map(
          ({ title, number }) =>
            html`<li>
              ${title}：<a href="tel:${number}"><strong>${number}</strong></a>
            </li>`,
        )}
      </ul>`;
