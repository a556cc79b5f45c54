import { useState } from 'react';
import { Form, Input } from 'antd';
import { ask, tell } from '../api/ask.js';
import type { AccountDetail, FreshPassword, Places, RoleLine } from '../api/accounts.js';
import { FormDialog } from '../shown/form-dialog.js';
import { SecretDialog } from '../shown/secret-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { RightsFields, rightsIn, type RightsDraft } from './rights-fields.js';

interface AccountDraft extends RightsDraft {
  readonly login: string;
  readonly name: string;
  readonly validUntil?: string;
}

interface Made {
  readonly account: AccountDetail;
  readonly password: string;
}

interface MakeAccountProps {
  readonly places: Places;
  readonly roles: readonly RoleLine[];
  readonly close: () => void;
  readonly done: () => void;
}

/** Makes an account; its password to begin with is shown once. */
export function MakeAccount({ places, roles, close, done }: MakeAccountProps) {
  const [form] = Form.useForm<AccountDraft>();
  const [made, setMade] = useState<Made | null>(null);
  const deed = useDeed();
  const make = ({ login, name, validUntil, ...rights }: AccountDraft) =>
    deed.run(async () => {
      const until = validUntil === undefined || validUntil === '' ? {} : { validUntil };
      const wish = { login, name, ...rightsIn(rights, { places, roles }), ...until };
      const { id, password } = await tell<FreshPassword>('accounts', wish);
      setMade({ account: await ask<AccountDetail>(`accounts/${id}`), password });
      done();
    });
  if (made) return <MadeAccount made={made} close={close} />;
  return (
    <FormDialog title="新建账号" okText="建立" {...{ form, deed, close }} send={make}>
      <div className="beside">
        <Form.Item
          name="login"
          label="用户名"
          extra="小写字母开头，3 到 32 个字母、数字、点、下划线、连字符"
          rules={[{ required: true, message: '请填写用户名' }]}
        >
          <Input autoFocus autoComplete="off" maxLength={32} />
        </Form.Item>
        <Form.Item
          name="name"
          label="姓名"
          extra="办理事项时以此署名；重名的加单位区别"
          rules={[{ required: true, message: '请填写姓名' }]}
        >
          <Input autoComplete="off" maxLength={50} />
        </Form.Item>
      </div>
      <RightsFields places={places} roles={roles} />
      <Form.Item name="validUntil" label="有效期至" extra="不填为长期；借调、驻场人员请填写">
        <Input type="date" className="date" />
      </Form.Item>
    </FormDialog>
  );
}

function MadeAccount({ made, close }: { readonly made: Made; readonly close: () => void }) {
  const { account, password } = made;
  return (
    <SecretDialog
      title={`已建立账号：${account.name}（${account.login}）`}
      label="初始口令"
      secret={password}
      advice="请当面或者用可靠的方式交给本人，登录后须更换。关闭后无法再查看，只能重设。"
      close={close}
    >
      <p>
        {account.state === 'active'
          ? '这是首位安全管理员，不需批准，现在就可以登录。之后的账号由安全管理员批准。'
          : '等待安全管理员批准，批准后才能登录。'}
      </p>
    </SecretDialog>
  );
}
