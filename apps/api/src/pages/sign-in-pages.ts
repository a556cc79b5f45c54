import { renderSVG } from 'uqr';
import type { SecondFactorOffer } from '@risk/access';
import { Html, html, plainPage, type Part } from './html.js';
import { address } from './links.js';

const fault = (said: string | null): Part =>
  said && html`<p class="warning" role="alert">${said}</p>`;

/** Where somebody types a password, the present one or a new one. */
export const passwordField = (name: string, label: string, kind: 'current' | 'new'): Html =>
  html`<label
    >${label}<input
      name="${name}"
      type="password"
      autocomplete="${kind}-password"
      required
      maxlength="200"
  /></label>`;

/** What the page of the login shows. */
export interface SignInFacts {
  readonly fault: string | null;
  /** Where to go on to; null is the own beginning. */
  readonly to: string | null;
  readonly demonstration: readonly { readonly login: string; readonly name: string }[];
  /** Whether nobody administers the house yet. */
  readonly isNew: boolean;
  /** What the identity platform is called; null when there is none. */
  readonly platform: string | null;
}

export const signInPage = ({
  fault: said,
  to,
  demonstration,
  isNew,
  platform,
}: SignInFacts): string =>
  plainPage(
    '登录',
    html`<h1>登录</h1>
      ${fault(said)}
      ${isNew ? html`<p class="hush">还没有系统管理员：<a href="/setup">用启动时显示的一次性验证码建立</a>。</p>` : null}
      <form method="post" action="/login" class="card">
        ${to === null ? null : html`<input type="hidden" name="to" value="${to}" />`}
        <label
          >用户名<input name="login" autocomplete="username" required autofocus maxlength="100"
        /></label>
        ${passwordField('password', '口令', 'current')}
        <button type="submit">登录</button>
      </form>
      ${platform === null ? null : html`<p><a href="${address('/login/identity', { to })}">用${platform}登录</a></p>`}
      ${demonstration.length === 0 ? null : demonstrationForm(demonstration)}`,
  );

const demonstrationForm = (offers: SignInFacts['demonstration']): Html =>
  html`<section class="card">
    <h2>演示登录</h2>
    <p class="hush">
      平台里有样例数据，可以不用口令，以下面的身份看一看。清除样例后演示登录随之消失。
    </p>
    <form method="post" action="/login/demonstration">
      ${offers.map(
        ({ login, name }) =>
          html`<button type="submit" name="login" value="${login}">${name}</button>`,
      )}
    </form>
  </section>`;

export const codePage = (said: string | null): string =>
  plainPage(
    '动态口令',
    html`<h1>动态口令</h1>
      ${fault(said)}
      <form method="post" action="/login/code" class="card">
        <label
          >手机上显示的六位数字，或者一个恢复码<input
            name="code"
            autocomplete="one-time-code"
            required
            autofocus
            maxlength="40"
        /></label>
        <button type="submit">确定</button>
      </form>
      ${leave}`,
  );

const leave = html`<form method="post" action="/logout">
  <button type="submit">退出登录</button>
</form>`;

export const newPasswordPage = (said: string | null, shortest: number, isForced: boolean): string =>
  plainPage(
    '更换口令',
    html`<h1>更换口令</h1>
      ${fault(said)}
      <p>
        ${isForced ? '口令由他人设定或者已到期，须换成只有您知道的。' : ''}至少 ${shortest}
        个字符，含大写字母、小写字母、数字、其他符号中的三类；不少于 16 个字符的不限种类。
      </p>
      <form method="post" action="/login/password" class="card">
        ${passwordField('current', '现在的口令', 'current')}
        ${passwordField('next', '新口令', 'new')} ${passwordField('again', '再输一次', 'new')}
        <button type="submit">更换</button>
      </form>
      ${isForced ? leave : html`<p><a href="/me">返回</a></p>`}`,
  );

export const enrolPage = (
  said: string | null,
  { offer, address, text }: SecondFactorOffer,
): string =>
  plainPage(
    '绑定动态口令',
    html`<h1>绑定动态口令</h1>
      ${fault(said)}
      <p>
        用手机上的动态口令应用（任何支持 TOTP
        的都可以，不需要联网）扫描，或者手工输入密钥，再填写它显示的六位数字。
      </p>
      <div class="qr">${new Html(renderSVG(address, { border: 2 }))}</div>
      <p>密钥：<code>${text}</code></p>
      <form method="post" action="/login/factor" class="card">
        <input type="hidden" name="offer" value="${offer}" />
        <label
          >六位数字<input
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            maxlength="10"
        /></label>
        <button type="submit">绑定</button>
      </form>
      ${leave}`,
  );

export const recoveryPage = (codes: readonly string[], to: string): string =>
  plainPage(
    '恢复码',
    html`<h1>恢复码</h1>
      <p class="warning">
        动态口令已绑定。手机丢失时，每个恢复码可以代替动态口令用一次。<strong>只显示这一次</strong>，请抄下或者打印，与口令分开保管。
      </p>
      <ul class="codes">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      <p><a href="${to}">已经保管好，进入平台</a></p>`,
  );

/** What was filled in at the beginning and may stay there; passwords are typed again. */
export interface SetupGiven {
  readonly code: string;
  readonly login: string;
  readonly name: string;
}

export const setupPage = (
  said: string | null,
  shortest: number,
  { code, login, name }: SetupGiven,
): string =>
  plainPage(
    '建立管理员',
    html`<h1>建立管理员</h1>
      ${fault(said)}
      <p>
        启动平台的窗口里，或者在服务器上运行 risk access rescue 之后，会显示一次性验证码（24
        小时有效）。系统管理员只建立账号，看不到业务数据；接着请建立安全管理员和审计员，之后的账号由安全管理员批准。
      </p>
      <form method="post" action="/setup" class="card">
        <label
          >一次性验证码<input
            name="code"
            value="${code}"
            autocomplete="off"
            required
            autofocus
            maxlength="40"
        /></label>
        <label
          >用户名<input
            name="login"
            value="${login}"
            autocomplete="username"
            required
            maxlength="32"
        /></label>
        <label>姓名<input name="name" value="${name}" required maxlength="50" /></label>
        ${passwordField('password', `口令（至少 ${String(shortest)} 个字符）`, 'new')}
        ${passwordField('again', '再输一次', 'new')}
        <button type="submit">建立</button>
      </form>`,
  );

/** A step to another house: the browser goes there only when its owner follows the link. */
export const departurePage = (platform: string, url: string): string =>
  plainPage(
    `前往${platform}`,
    html`<h1>前往${platform}</h1>
      <p><a href="${url}">继续</a>，在那里登录后会回到“我的账号”。</p>
      <p><a href="/me">返回</a></p>`,
  );
