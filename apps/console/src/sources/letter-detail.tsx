import { Button } from 'antd';
import { useAddress } from '../address/use-address.js';
import type { LetterDetail as Detail } from '../api/sources.js';
import { FEED_WORDS } from '../shown/words.js';
import { useAsked } from '../api/use-asked.js';
import { chinaTime } from '../shown/china-time.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { DOORS } from './source-words.js';

/** One dead letter opened, as far as it may be seen: never who reported. */
export function LetterDetail({ id }: { readonly id: string }) {
  const { change } = useAddress();
  const { data, problem, again } = useAsked<Detail>(`dead-letters/${id}`);
  return (
    <section className="sources-detail" aria-label={`死信 ${id}`}>
      <header>
        <h2>死信 {id}</h2>
        <Button onClick={() => change({ letter: null })}>关闭</Button>
      </header>
      {problem && <ProblemNote problem={problem} again={again} />}
      {!data && !problem && <Waiting />}
      {data && <LetterFacts letter={data} />}
    </section>
  );
}

function LetterFacts({ letter }: { readonly letter: Detail }) {
  return (
    <>
      <Facts
        lines={[
          ['原因', letter.reason],
          ['来源', `${letter.title}（${FEED_WORDS[letter.feed]}）`],
          ['出处', `${DOORS[letter.door]}，${letter.cameFrom}`],
          ['收到', chinaTime(letter.receivedAt)],
          ['重放', letter.replayedAt && chinaTime(letter.replayedAt)],
          ['原件', `${letter.bytes.toLocaleString('en')} 字节，密封保存`],
        ]}
      />
      <h2>内容里有哪些字段</h2>
      {letter.fields.length === 0 ? (
        <p className="soft">原件读不出字段（不是完整的 JSON，或者整行无法分列）。</p>
      ) : (
        <Facts
          lines={letter.fields.map(
            ({ name, text, length }) => [name, shownText(text, length)] as const,
          )}
        />
      )}
      <p className="soft">可能写有举报人的内容一律不显示，只说明有没有填。</p>
    </>
  );
}

function shownText(text: string | null, length: number) {
  if (length === 0) return <span className="soft">空</span>;
  return text ?? <span className="soft">已填 {length} 字，不显示</span>;
}
