import { useState } from 'react';
import { Button } from 'antd';
import { choiceIn } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { TabsInAddress } from '../desk/tabs-in-address.js';
import { useMay } from '../shell/session-context.js';
import { LooksTab } from './looks-tab.js';
import { RequestLook } from './request-look.js';
import { RequestsTab } from './requests-tab.js';
import '../desk/desk.css';
import './vault.css';

const TABS = ['requests', 'looks'] as const;
const WORDS = [
  ['requests', '查看申请'],
  ['looks', '查看记录'],
] as const;

/** Who reported: asked for with a reason, allowed by another, looked at, and every look on record. */
export default function VaultScreen() {
  const { query, change } = useAddress();
  const may = useMay();
  const tab = choiceIn(query, 'tab', TABS, 'requests');
  const [made, setMade] = useState(0);
  const wanted = query.get('records');
  const [isAsking, setAsking] = useState(wanted !== null);
  const close = (): void => {
    setAsking(false);
    change({ records: null }, { isInPlace: true });
  };
  return (
    <section className="screen">
      <header>
        <h1>举报人信息</h1>
        {may('vault.request') && (
          <Button type="primary" onClick={() => setAsking(true)}>
            申请查看
          </Button>
        )}
        <p>
          举报人的姓名、电话、证件只在保险箱里。确需知道时写明理由申请，由另一人批准，申请人本人在有效期内查看；每看一次都留下不能修改的记录。
        </p>
      </header>
      <TabsInAddress label="举报人信息" current={tab} tabs={WORDS} />
      {tab === 'requests' && <RequestsTab key={made} />}
      {tab === 'looks' && <LooksTab />}
      {isAsking && may('vault.request') && (
        <RequestLook
          wanted={wanted ?? ''}
          done={() => setMade((before) => before + 1)}
          close={close}
        />
      )}
    </section>
  );
}
