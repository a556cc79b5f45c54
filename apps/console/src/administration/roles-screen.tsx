import type { RoleLine } from '../api/accounts.js';
import type { Titled } from '../api/session.js';
import { useAsked } from '../api/use-asked.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { permissionsIn } from './permissions-in.js';

/** Which duties lie in different hands, and how; said to whoever asks why something needs two people. */
const SEPARATIONS: readonly (readonly [string, string])[] = [
  [
    '三个管理员',
    '系统管理员建立和停用账号、重设口令；安全管理员批准账号和授权、解除动态口令；审计员只查看。三者互不兼任，也不兼任业务角色，都看不到业务数据（GB/T 22239-2019 8.1.5）。',
  ],
  [
    '授权要两个人',
    '提出授权的人不能自己批准，谁也不能批准自己的账号。重设口令和解除动态口令分属两人，一个人不能冒用别人的账号。',
  ],
  [
    '看得到多少',
    '金融办的人员看全市，或者授权给他的区县；成员单位的人员只看通知到本单位、要求本单位办理的事项。权限之外的，如同不存在。',
  ],
];

/** Who may do what, and why not one person all of it. */
export default function RolesScreen() {
  const { data: roles, problem, again } = useAsked<readonly RoleLine[]>('roles');
  return (
    <section className="screen">
      <header>
        <h1>角色与权限</h1>
        <p>角色的权限由程序规定，在这里只能查看；谁是什么角色，在“账号”里提出和批准。</p>
      </header>
      <dl className="duties">
        {SEPARATIONS.map(([title, sentence]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
      {problem && <ProblemNote problem={problem} again={again} />}
      {!roles && !problem && <Waiting />}
      {roles && <RightsTable roles={roles} permissions={permissionsIn(roles)} />}
    </section>
  );
}

interface RightsTableProps {
  readonly roles: readonly RoleLine[];
  readonly permissions: readonly Titled[];
}

/** A line a permission, a column a role. */
function RightsTable({ roles, permissions }: RightsTableProps) {
  const holds = ({ permissions: held }: RoleLine, code: string) =>
    held.some((permission) => permission.code === code);
  return (
    <table className="rights">
      <caption>各角色的权限</caption>
      <thead>
        <tr>
          <th scope="col">权限</th>
          {roles.map(({ code, title }) => (
            <th key={code} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions.map(({ code, title }) => (
          <tr key={code}>
            <th scope="row">{title}</th>
            {roles.map((role) => (
              <td key={role.code}>{holds(role, code) ? '✓' : <span aria-hidden="true">·</span>}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
