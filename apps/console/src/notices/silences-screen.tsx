import { useState } from 'react';
import { Button } from 'antd';
import { choiceIn } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { TabsInAddress } from '../desk/tabs-in-address.js';
import { FloodsTab } from './floods-tab.js';
import { HushedTab } from './hushed-tab.js';
import { MakeSilence } from './make-silence.js';
import { SilencesTab } from './silences-tab.js';
import '../desk/desk.css';
import './notices.css';

const TABS = ['silences', 'floods', 'hushed'] as const;
const WORDS = [
  ['silences', '静默'],
  ['floods', '暂停发送'],
  ['hushed', '暂不通知的预警'],
] as const;

/** What keeps units from being told, and who decided so. */
export default function SilencesScreen() {
  const { query } = useAddress();
  const tab = choiceIn(query, 'tab', TABS, 'silences');
  const [made, setMade] = useState(0);
  const [isMaking, setMaking] = useState(query.has('entity'));
  return (
    <section className="screen">
      <header>
        <h1>静默与放行</h1>
        <Button type="primary" onClick={() => setMaking(true)}>
          设静默
        </Button>
        <p>压着的预警照常生成，只是暂不通知；原因消失后按当时的情况补发，不会丢。</p>
      </header>
      <TabsInAddress label="静默与放行" current={tab} tabs={WORDS} />
      {tab === 'silences' && <SilencesTab key={made} />}
      {tab === 'floods' && <FloodsTab />}
      {tab === 'hushed' && <HushedTab />}
      {isMaking && (
        <MakeSilence done={() => setMade((before) => before + 1)} close={() => setMaking(false)} />
      )}
    </section>
  );
}
