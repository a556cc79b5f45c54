import { useState } from 'react';
import { Checkbox, Form, Input } from 'antd';
import type { Feed } from '../api/codes.js';
import { tell } from '../api/ask.js';
import { FEED_WORDS } from '../shown/words.js';
import type { FreshToken } from '../api/tokens.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay, daysAfter, endOfChinaDay } from '../shown/china-time.js';
import { FormDialog } from '../shown/form-dialog.js';
import { SecretDialog } from '../shown/secret-dialog.js';
import { useDeed } from '../shown/use-deed.js';

interface TokenDraft {
  readonly name: string;
  readonly feeds: readonly Feed[];
  readonly lastDay: string;
}

const USUAL_DAYS = 365;

interface MakeTokenProps {
  readonly close: () => void;
  readonly done: () => void;
}

/** Makes a token; it is shown once. */
export function MakeToken({ close, done }: MakeTokenProps) {
  const [form] = Form.useForm<TokenDraft>();
  const [token, setToken] = useState<string | null>(null);
  const deed = useDeed();
  const today = chinaDay(useServerTime());
  const make = ({ name, feeds, lastDay }: TokenDraft) =>
    deed.run(async () => {
      const wish = { name, feeds, endsAt: endOfChinaDay(lastDay) };
      setToken((await tell<FreshToken>('tokens', wish)).token);
      done();
    });
  if (token !== null) return <MadeToken token={token} close={close} />;
  return (
    <FormDialog
      title="发放服务令牌"
      okText="发放"
      {...{ form, deed, close }}
      initialValues={{ feeds: [], lastDay: daysAfter(today, USUAL_DAYS) }}
      send={make}
    >
      <Form.Item
        name="name"
        label="报送系统的名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input autoFocus autoComplete="off" maxLength={50} placeholder="如 12345 热线平台" />
      </Form.Item>
      <Form.Item
        name="feeds"
        label="可以报送"
        rules={[{ required: true, type: 'array', min: 1, message: '至少选一路' }]}
      >
        <Checkbox.Group
          options={Object.entries(FEED_WORDS).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item
        name="lastDay"
        label="有效期至"
        rules={[{ required: true, message: '请选择日期' }]}
      >
        <Input type="date" className="date" min={today} />
      </Form.Item>
    </FormDialog>
  );
}

function MadeToken({ token, close }: { readonly token: string; readonly close: () => void }) {
  return (
    <SecretDialog
      title="已发放服务令牌"
      label="令牌"
      secret={token}
      advice="请放进报送系统的保密设置，不要写进代码或者发到群里。关闭后无法再查看，只能另发一个。"
      close={close}
    >
      <p className="soft">
        报送时放在请求头：<code>Authorization: Bearer 令牌</code>
      </p>
    </SecretDialog>
  );
}
