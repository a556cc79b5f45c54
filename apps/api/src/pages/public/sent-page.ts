import { html } from '../html.js';
import { publicPage, type PublicFrame } from './public-frame.js';

/** The page after a report: the code, shown this once. */
export const sentPage = (frame: PublicFrame, code: string): string =>
  publicPage(
    '已收到',
    '/report/sent',
    frame,
    html`<h1>已经收到您的举报</h1>
      <p>这是您的查询码，<strong>只显示这一次</strong>，丢失后无法找回：</p>
      <p class="code" id="code">${code}</p>
      <p class="note">
        请抄在纸上或者截图保存，不要告诉别人。查询码与您的身份无关，平台也不记得它。输入时不分大小写，可以不输短横线。
      </p>
      <p><a href="/report/status">用查询码查询进度</a>　<a href="/report">再举报一件</a></p>`,
  );
