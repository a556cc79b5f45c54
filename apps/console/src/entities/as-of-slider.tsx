import { Button } from 'antd';
import { stepAt, type AsOfStep } from './as-of-steps.js';

interface AsOfSliderProps {
  readonly steps: readonly AsOfStep[];
  /** The day of the address; null is now. */
  readonly day: string | null;
  readonly choose: (day: string | null) => void;
}

/** Goes through the days on which something happened; with the arrow keys as well as with the mouse. */
export function AsOfSlider({ steps, day, choose }: AsOfSliderProps) {
  const at = stepAt(steps, day);
  const step = steps[at];
  const said = step?.day ? `${step.day} 日终` : '现在';
  const to = (next: number): void => choose(steps[next]?.day ?? null);
  return (
    <div className="entity-slider">
      <label htmlFor="entity-as-of">回看</label>
      <input
        id="entity-as-of"
        type="range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={at}
        disabled={steps.length < 2}
        aria-valuetext={step ? `${said}：${step.words}` : said}
        onChange={({ target }) => to(Number(target.value))}
      />
      <span>
        <Button size="small" disabled={at === 0} onClick={() => to(at - 1)}>
          前一次
        </Button>{' '}
        <Button size="small" disabled={at >= steps.length - 1} onClick={() => to(at + 1)}>
          后一次
        </Button>
      </span>
      <output htmlFor="entity-as-of">
        {said}
        {day !== null && step && <span className="soft">　{step.words}</span>}
      </output>
    </div>
  );
}
