import { html, type Html } from './html.js';

/** What a person does about a notice of unknown fate: the commands, as they are typed. */
export const settleWords = (id: string): Html =>
  html`<ul>
    <li>
      已收到：<code
        >npm run -s risk -- notices settle ${id} --received --by 姓名 --because 理由</code
      >
    </li>
    <li>
      没有收到：<code
        >npm run -s risk -- notices settle ${id} --not-received --by 姓名 --because 理由</code
      >
    </li>
    <li>${resendWords(id)}</li>
  </ul>`;

export const resendWords = (id: string): Html =>
  html`重发：<code>npm run -s risk -- notices resend ${id} --by 姓名 --because 理由</code>`;
