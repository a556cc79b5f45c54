import type { WholeAlert } from '../api/alert.js';

/** What was left out because the person may not read it: said, so that nothing seems not to exist. */
export function WithheldNote({ whole: { withheld } }: { readonly whole: WholeAlert }) {
  if (withheld.length === 0) return null;
  return (
    <p className="soft alert-withheld">
      不在您的权限之内、没有列出的：{withheld.map(({ part }) => part).join('、')}。
    </p>
  );
}
