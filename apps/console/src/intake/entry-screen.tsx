import { useState } from 'react';
import type { Feed } from '../api/codes.js';
import { choiceIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { EntryAnswer, EntryFacts } from '../api/intake.js';
import { FEED_WORDS } from '../shown/words.js';
import { useAsked } from '../api/use-asked.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { EntryForm } from './entry-form.js';
import { EntryOutcome } from './entry-outcome.js';
import './intake.css';

const FEEDS: readonly Feed[] = ['complaint', 'advertisement', 'registration'];

/** Where what was brought to the office is typed in. */
export default function EntryScreen() {
  const { query } = useAddress();
  const feed = choiceIn(query, 'feed', FEEDS, 'complaint');
  const { data, problem, again } = useAsked<EntryFacts>('entries/form');
  return (
    <section className="screen">
      <header>
        <h1>线索录入</h1>
        <nav className="intake-tabs" aria-label="线索种类">
          {FEEDS.map((one) => (
            <Link key={one} to={`entry?feed=${one}`} isCurrent={one === feed}>
              {FEED_WORDS[one]}
            </Link>
          ))}
        </nav>
        <p>
          当面、来信、来电反映的线索在此录入，与各系统报送的数据走同一条路：去重、评估、归并主体、预警。
        </p>
      </header>
      {problem && <ProblemNote problem={problem} again={again} />}
      {data ? <Desk key={feed} feed={feed} facts={data} /> : !problem && <Waiting />}
    </section>
  );
}

interface DeskProps {
  readonly feed: Feed;
  readonly facts: EntryFacts;
}

/** The form, and after it what became of what was typed. */
function Desk({ feed, facts }: DeskProps) {
  const [answer, setAnswer] = useState<EntryAnswer | null>(null);
  const [source, setSource] = useState(`desk-${feed}`);
  if (answer) return <EntryOutcome answer={answer} again={() => setAnswer(null)} />;
  const offered = facts.sources.filter((one) => one.feed === feed);
  const usual = offered.find(({ name }) => name === source) ?? offered[0];
  return (
    <EntryForm
      {...{ feed, facts, source: usual?.name ?? '' }}
      done={(became, from) => {
        setSource(from);
        setAnswer(became);
      }}
    />
  );
}
