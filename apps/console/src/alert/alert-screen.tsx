import { lazy, Suspense, useRef, useState } from 'react';
import { App } from 'antd';
import type { WholeAlert } from '../api/alert.js';
import { useAsked } from '../api/use-asked.js';
import { go } from '../address/browser-address.js';
import { neighbours } from '../queue/neighbours.js';
import { useMay } from '../shell/session-context.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useKeys } from '../shown/use-keys.js';
import { Waiting } from '../shown/waiting.js';
import { actsOf, SCREEN_KEYS, type Act } from './acts.js';
import { ActsBar } from './acts-bar.js';
import './alert.css';
import { AlertHead } from './alert-head.js';
import { AlertParts } from './alert-parts.js';
import { NeighboursRow } from './neighbours-row.js';
import { showSection } from './show-section.js';
import { WithheldNote } from './withheld-note.js';

const OpenDialog = lazy(() => import('./dialogs/open-dialog.js'));
const KeysDialog = lazy(() => import('../shown/keys-dialog.js'));

interface AlertScreenProps {
  readonly places: Readonly<Record<string, string>>;
}

/** Everything about one alert, and everything that can be done about it. */
export default function AlertScreen({ places }: AlertScreenProps) {
  const id = places['id'] ?? '';
  const isId = /^\d{1,18}$/.test(id);
  const { data, problem, again } = useAsked<WholeAlert>(isId ? `alerts/${id}/whole` : null);
  if (!isId) return <NoSuchAlert />;
  if (data) return <Shown key={id} whole={data} again={again} />;
  if (problem?.status === 404) return <NoSuchAlert />;
  return problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />;
}

function NoSuchAlert() {
  return (
    <section className="mishap">
      <h1>没有这条预警</h1>
      <p>编号不对，或者不在您的可见范围之内。</p>
    </section>
  );
}

interface ShownProps {
  readonly whole: WholeAlert;
  readonly again: () => Promise<void>;
}

function Shown({ whole, again }: ShownProps) {
  const { message } = App.useApp();
  const may = useMay();
  const [act, begin] = useState<Act | null>(null);
  const [isHelping, help] = useState(false);
  const acts = actsOf(whole);
  const { id } = whole.alert;
  const beside = neighbours(id);
  // Whoever goes on at once goes on by what there is now, and is not refused for what they did themselves.
  const refreshed = useRef(Promise.resolve());
  const start = (chosen: Act): void => void refreshed.current.then(() => begin(chosen));
  const done = (said: string, isThrough = false): void => {
    begin(null);
    refreshed.current = again();
    const next = isThrough ? beside.next : null;
    message.success(next === null ? said : `${said}；已转到下一件`);
    if (next !== null) go(`alerts/${next}`);
  };
  const moves: Readonly<Record<(typeof SCREEN_KEYS)[number]['code'], () => void>> = {
    next: () => beside.next !== null && go(`alerts/${beside.next}`),
    previous: () => beside.previous !== null && go(`alerts/${beside.previous}`),
    files: () => showSection('files'),
    help: () => help(true),
  };
  useKeys(
    Object.fromEntries([
      ...acts.flatMap((one) => (one.key === null ? [] : [[one.key, () => start(one)] as const])),
      ...SCREEN_KEYS.map(({ key, code }) => [key, moves[code]] as const),
    ]),
  );
  return (
    <div className="screen alert-screen">
      <NeighboursRow beside={beside} help={() => help(true)} />
      <AlertHead whole={whole} />
      <ActsBar acts={acts} begin={start} />
      <AlertParts {...{ whole, again, done }} mayRead={may('records.read')} />
      <WithheldNote whole={whole} />
      <Suspense fallback={null}>
        {act && <OpenDialog {...{ act, whole, again, done }} close={() => begin(null)} />}
        {isHelping && <KeysDialog lines={keyLines(acts)} close={() => help(false)} />}
      </Suspense>
    </div>
  );
}

/** The keys of what can be done now, then those that always do the same. */
const keyLines = (acts: readonly Act[]) => [
  ...acts.flatMap(({ key, title }) => (key === null ? [] : [[[key], title] as const])),
  ...SCREEN_KEYS.map(({ key, words }) => [[key], words] as const),
];
