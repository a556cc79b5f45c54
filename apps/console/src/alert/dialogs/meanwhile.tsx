import type { LogLine, WholeAlert } from '../../api/alert.js';
import { chinaTime } from '../../shown/china-time.js';
import { STAGE_WORDS, wordOf } from '../../shown/words.js';
import { HAPPENINGS, STEPS } from '../words.js';

interface MeanwhileProps {
  readonly lines: readonly LogLine[];
  readonly whole: WholeAlert;
}

/** Who did what with the alert since the form was opened, and how it stands now. */
export function Meanwhile({ lines, whole }: MeanwhileProps) {
  return (
    <section className="alert-meanwhile" role="alert">
      <h3>其间有人办理过，您填写的内容都还在</h3>
      <ul>
        {lines.map(({ id, at, by, kind, because }) => (
          <li key={id}>
            {chinaTime(at)} {by ?? '系统'} {STEPS[kind] ?? wordOf(HAPPENINGS, kind)}
            {because === null ? '' : `：${because}`}
          </li>
        ))}
      </ul>
      <p>本件现在：{wordOf(STAGE_WORDS, whole.alert.stage)}。核对后可以仍然提交，也可以取消。</p>
    </section>
  );
}
