import { Link } from '../address/link.js';
import type { BulletinFacts } from '../api/bulletins.js';
import { useAsked } from '../api/use-asked.js';
import { SampleMark } from '../shown/sample-mark.js';
import type { ScreenProps } from '../screen.js';
import { Facts } from '../shown/facts.js';
import { Mark } from '../shown/mark.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { BulletinActs } from './bulletin-acts-bar.js';
import { BulletinFiles } from './bulletin-files.js';
import { BulletinReaders } from './bulletin-readers.js';
import { bulletinState, bulletinStep, KIND_WORDS, numberWords } from './bulletin-words.js';
import '../desk/desk.css';
import './bulletins.css';

/** One bulletin: its text as it is printed, how it stands, its files, and who got it. */
export default function BulletinScreen({ places }: ScreenProps) {
  const { data, problem, again } = useAsked<BulletinFacts>(`bulletins/${places['id'] ?? ''}`);
  if (!data) return problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />;
  return <Bulletin bulletin={data} again={again} />;
}

interface BulletinProps {
  readonly bulletin: BulletinFacts;
  readonly again: () => Promise<void>;
}

function Bulletin({ bulletin, again }: BulletinProps) {
  const { id, title, samples, broken, steps, readers } = bulletin;
  // Composed anew, the text under the same address is another one.
  const version = `${id}-${steps[steps.length - 1]?.id ?? '0'}`;
  return (
    <section className="screen">
      <header>
        <h1>
          {title}
          <SampleMark sample={samples} />
        </h1>
        <Link to="bulletins">全部快报</Link>
      </header>
      {broken.length > 0 && <Broken bulletin={bulletin} />}
      <div className="bulletin-halves">
        <iframe
          key={version}
          className="bulletin-text"
          title="正文"
          sandbox=""
          src={`/bulletins/${id}/text`}
        />
        <div>
          <section className="desk-card">
            <BulletinState bulletin={bulletin} />
            <BulletinActs bulletin={bulletin} again={again} />
          </section>
          <Figures bulletin={bulletin} />
          <BulletinFiles bulletin={bulletin} />
          <Steps bulletin={bulletin} />
          {readers.length > 0 && <BulletinReaders readers={readers} />}
        </div>
      </div>
    </section>
  );
}

function Broken({ bulletin: { broken } }: { readonly bulletin: BulletinFacts }) {
  return (
    <section className="bulletin-broken" role="alert">
      <strong>本期不完整，没有发出</strong>
      <ul>
        {broken.map(({ section, why }) => (
          <li key={section}>
            {section}：{why}
          </li>
        ))}
      </ul>
      <p>平台会继续重试；排除原因后也可以重新编制。</p>
    </section>
  );
}

function BulletinState({ bulletin }: { readonly bulletin: BulletinFacts }) {
  const { kind, scopeName, composedAt, issuedAt, corrects } = bulletin;
  const { word, standing } = bulletinState(bulletin);
  const number = numberWords(bulletin);
  return (
    <Facts
      lines={[
        ['状态', <Mark standing={standing}>{word}</Mark>],
        ['种类', `${KIND_WORDS[kind]}（${scopeName}）`],
        ['期号', number === '' ? null : number],
        ['编制', <When at={composedAt} />],
        ['签发', issuedAt === null ? null : <When at={issuedAt} />],
        [
          '更正',
          corrects === null ? null : <Link to={`bulletins/${corrects}`}>更正的是这一版</Link>,
        ],
      ]}
    />
  );
}

function Figures({ bulletin: { figures } }: { readonly bulletin: BulletinFacts }) {
  if (figures.length === 0) return null;
  return (
    <section className="desk-card">
      <h2>数字</h2>
      <div className="bulletin-figures">
        {figures.map(({ label, value }, at) => (
          <span key={at}>
            {label} <strong>{value}</strong>
          </span>
        ))}
      </div>
    </section>
  );
}

function Steps({ bulletin: { steps } }: { readonly bulletin: BulletinFacts }) {
  return (
    <section className="desk-card">
      <h2>经过</h2>
      <ul className="desk-log">
        {[...steps].reverse().map(({ id, kind, by, because, at }) => (
          <li key={id}>
            <strong>{bulletinStep(kind)}</strong> {by}：{because}
            <span className="desk-sub">
              <When at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
