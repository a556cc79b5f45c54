import type { Dimension } from '../api/codes.js';
import './dimension-bars.css';
import { DIMENSION_WORDS, DIMENSIONS } from './words.js';

interface DimensionBarsProps {
  readonly dimensions: Readonly<Record<Dimension, number>>;
  /** How much each counts, where that is known. */
  readonly weights?: Readonly<Record<Dimension, number>> | null;
  readonly digits?: 0 | 1;
}

/** The five dimensions of an index as bars, each with its figure. */
export function DimensionBars({ dimensions, weights = null, digits = 0 }: DimensionBarsProps) {
  return (
    <ul className={weights ? 'bars weighted' : 'bars'} aria-label="五个维度">
      {DIMENSIONS.map((dimension) => (
        <li key={dimension}>
          <span>{DIMENSION_WORDS[dimension]}</span>
          <meter
            min={0}
            max={100}
            value={dimensions[dimension]}
            aria-label={DIMENSION_WORDS[dimension]}
          />
          <b>{dimensions[dimension].toFixed(digits)}</b>
          {weights && <small className="soft">权重 {weights[dimension]}</small>}
        </li>
      ))}
    </ul>
  );
}
