import { useState } from 'react';
import { send } from '../api/ask.js';
import type { LicenceFacts, ListAnswer } from '../api/licensed.js';
import { useAsked } from '../api/use-asked.js';
import { Link } from '../address/link.js';
import { useMay, usePerson } from '../shell/session-context.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';
import { Waiting } from '../shown/waiting.js';
import { ListForm } from './list-form.js';
import { ListPreview } from './list-preview.js';
import { freshWish, listPath, type ListWish } from './list-wish.js';
import './licensed.css';

/** Where official lists of licensed institutions are looked at and taken into the register. */
export default function LicensedScreen() {
  const may = useMay();
  const { data, problem, again } = useAsked<LicenceFacts>('licensed');
  return (
    <section className="screen licensed">
      <header>
        <h1>名单导入</h1>
        <p>
          把监管部门公布的持牌机构名单并入登记。名单上的机构受监管，普通投诉、营销用语不再使其进入预警，所以只能依据正式名单，由经办人写明出处和负责人。
          {may('imports.run') && (
            <>
              处罚、失信、经营异常等名单是数据，请用<Link to="import">文件导入</Link>。
            </>
          )}
        </p>
      </header>
      {problem && <ProblemNote problem={problem} again={again} />}
      {data ? <Desk facts={data} /> : !problem && <Waiting />}
    </section>
  );
}

/** A list that was looked at, and what was written in the form then. */
interface Looked {
  readonly file: File;
  readonly wish: ListWish;
  readonly answer: ListAnswer;
}

function Desk({ facts }: { readonly facts: LicenceFacts }) {
  const { name, unit } = usePerson();
  const [looked, setLooked] = useState<Looked | null>(null);
  const deed = useDeed();
  const look = (file: File, wish: ListWish): void =>
    void deed.run(async () => {
      const answer = await send<ListAnswer>(listPath('preview', wish), file);
      setLooked({ file, wish, answer });
    });
  const take = ({ file, wish, answer }: Looked): void =>
    void deed.run(async () => {
      const taken = await send<ListAnswer>(listPath('import', wish, answer.mark), file);
      setLooked({ file, wish, answer: taken });
    });
  return (
    <>
      <p>
        现行登记 {facts.inForce.toLocaleString('en')}{' '}
        家。写入后几秒生效，不必重新启动；只增不改，在册的条目不动。
      </p>
      {looked === null && (
        <ListForm
          facts={facts}
          fresh={freshWish(facts.today, `${unit.name} ${name}`)}
          isRunning={deed.isRunning}
          look={look}
        />
      )}
      {deed.problem && <ProblemNote problem={deed.problem} />}
      {looked && (
        <ListPreview
          fileName={looked.file.name}
          kind={facts.kinds.find(({ code }) => code === looked.wish.kind)?.title ?? ''}
          answer={looked.answer}
          isRunning={deed.isRunning}
          take={() => take(looked)}
          leave={() => {
            deed.forget();
            setLooked(null);
          }}
        />
      )}
    </>
  );
}
