import { useState } from 'react';
import { tell } from '../api/ask.js';
import type { SeenReporter, VaultRequestLine } from '../api/vault.js';
import { FIELDS } from '../alert/words.js';
import { Dialog } from '../shown/dialog.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { wordOf } from '../shown/words.js';
import { useDeed } from '../shown/use-deed.js';

interface LookDialogProps {
  readonly request: VaultRequestLine;
  readonly done: () => Promise<void>;
  readonly close: () => void;
}

/** Says what a look is, then takes it; what was seen is forgotten when the dialogue closes. */
export function LookDialog({ request, done, close }: LookDialogProps) {
  const [seen, setSeen] = useState<readonly SeenReporter[] | null>(null);
  const deed = useDeed();
  const look = () =>
    deed.run(async () => {
      setSeen(await tell<readonly SeenReporter[]>(`vault/requests/${request.id}/look`, {}));
      await done();
    });
  if (seen)
    return (
      <Dialog
        title="举报人"
        okText="看完了"
        footer={(_, { OkBtn }) => <OkBtn />}
        onOk={close}
        onCancel={close}
      >
        <p className="soft">
          这一次查看已留下记录。请为举报人保密：只用于“{request.because}”，不要抄录、截图外传。
        </p>
        {seen.map((one) => (
          <Reporter key={one.recordId} seen={one} />
        ))}
      </Dialog>
    );
  return (
    <Dialog
      title={`查看举报人：申请 ${request.id}`}
      okText="查看并留下记录"
      confirmLoading={deed.isRunning}
      onOk={() => void look()}
      onCancel={close}
    >
      <p>
        将显示记录 {request.recordIds.join('、')}{' '}
        的举报人。谁、何时、为什么、由谁批准，每条记录都会留下，不能修改或删除；再看一次，再留一次。
      </p>
      {deed.problem && <ProblemNote problem={deed.problem} />}
    </Dialog>
  );
}

function Reporter({ seen }: { readonly seen: SeenReporter }) {
  const { recordId, reporter, secret, original } = seen;
  return (
    <article className="vault-seen" aria-label={`记录 ${recordId} 的举报人`}>
      <h3>记录 {recordId}</h3>
      <Facts
        lines={[
          ['姓名', reporter.name ?? '没有留下'],
          ['电话', reporter.phone ?? '没有留下'],
          ['证件号码', reporter.idNumber ?? '没有留下'],
          ['要求保密', secret ? '是' : '没有要求'],
          ...Object.entries(original).map(
            ([field, text]) => [`${wordOf(FIELDS, field)}（来件原文）`, text] as const,
          ),
        ]}
      />
    </article>
  );
}
