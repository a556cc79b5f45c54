import { useState } from 'react';
import { Button } from 'antd';
import { go } from '../address/browser-address.js';
import { tell } from '../api/ask.js';
import type { BulletinFacts, BulletinLine } from '../api/bulletins.js';
import { ReasonDialog } from '../shown/reason-dialog.js';
import { usePerson } from '../shell/session-context.js';
import { actsOn, type BulletinAct } from './bulletin-acts.js';
import { lastId } from '../api/last-id.js';

interface BulletinActsProps {
  readonly bulletin: BulletinFacts;
  readonly again: () => Promise<void>;
}

/** What the person can do with a bulletin, and why not where the role alone would allow it. */
export function BulletinActs({ bulletin, again }: BulletinActsProps) {
  const person = usePerson();
  const [begun, begin] = useState<BulletinAct | null>(null);
  const offered = actsOn(bulletin, person);
  if (offered.length === 0) return null;
  return (
    <>
      <div className="desk-acts">
        {offered.map(({ act, refusal }, at) => (
          <Button
            key={act.title}
            type={at === 0 ? 'primary' : 'default'}
            danger={act.isGrave === true}
            disabled={refusal !== null}
            onClick={() => begin(act)}
          >
            {act.title}
          </Button>
        ))}
      </div>
      {offered
        .filter(({ refusal }) => refusal !== null)
        .map(({ act, refusal }) => (
          <p key={act.title} className="soft">
            {act.title}：{refusal}
          </p>
        ))}
      {begun && (
        <ReasonDialog
          title={`${begun.title}：${bulletin.title}`}
          okText={begun.title}
          means={begun.means}
          send={(because) => carryOut(begun, bulletin, because)}
          done={again}
          close={() => begin(null)}
        />
      )}
    </>
  );
}

/** A correction is a bulletin of its own, and that is where one goes on. */
async function carryOut(
  { path, kind }: BulletinAct,
  { id, steps }: BulletinFacts,
  because: string,
): Promise<void> {
  const seen = lastId(steps);
  const body = kind === null ? { because } : { kind, because, seen };
  const answer = await tell<Pick<BulletinLine, 'id'>>(`bulletins/${id}/${path}`, body);
  if (path === 'corrections') go(`bulletins/${answer.id}`);
}
