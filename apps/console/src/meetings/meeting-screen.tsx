import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '../address/link.js';
import type { MeetingFacts } from '../api/meetings.js';
import { useAsked } from '../api/use-asked.js';
import { SampleMark } from '../shown/sample-mark.js';
import type { ScreenProps } from '../screen.js';
import { useMay } from '../shell/session-context.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay } from '../shown/china-time.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { Agenda } from './agenda.js';
import { DecideForm } from './decide-form.js';
import { Decisions } from './decisions.js';
import { MeetingPapers } from './meeting-papers.js';
import '../desk/desk.css';
import './meetings.css';

/** One joint meeting: what it talks about, what it decided, and what came of it. */
export default function MeetingScreen({ places }: ScreenProps) {
  const path = `meetings/${places['id'] ?? ''}`;
  const { data: meeting, problem, again } = useAsked<MeetingFacts>(path);
  if (!meeting) return problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />;
  return <Meeting meeting={meeting} again={again} />;
}

interface MeetingProps {
  readonly meeting: MeetingFacts;
  readonly again: () => Promise<void>;
}

function Meeting({ meeting, again }: MeetingProps) {
  const isHeld = chinaDay(useServerTime()) >= meeting.heldOn;
  const may = useMay();
  const mayDecide = isHeld && may('meetings.hold');
  const [item, decide] = useState<number | 'other' | null>(null);
  const { title, heldOn, chair, units, unitNames, by, because, at, sample } = meeting;
  return (
    <section className="screen">
      <header>
        <h1>
          {title} {heldOn}
          <SampleMark sample={sample} />
        </h1>
        <div className="tools">
          <Link to="meetings">全部会议</Link>
          {mayDecide && (
            <Button type="primary" onClick={() => decide('other')}>
              记录决定
            </Button>
          )}
        </div>
      </header>
      <section className="desk-card">
        <Facts
          lines={[
            ['召集人', chair],
            ['参加单位', units.map((unit) => unitNames[unit] ?? unit).join('、')],
            ['事由', because],
            ['准备', <Prepared at={at} by={by} />],
          ]}
        />
        <MeetingPapers meeting={meeting} />
      </section>
      <Agenda meeting={meeting} decide={mayDecide ? decide : null} />
      <Decisions meeting={meeting} again={again} />
      {item !== null && (
        <DecideForm
          meeting={meeting}
          item={item === 'other' ? null : item}
          again={again}
          close={() => decide(null)}
        />
      )}
    </section>
  );
}

const Prepared = ({ at, by }: { readonly at: string; readonly by: string }) => (
  <>
    <When at={at} /> {by}
  </>
);
