interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** What each value is called; the empty one is everything. */
  readonly options: readonly (readonly [value: string, word: string])[];
  readonly choose: (value: string) => void;
}

/** One of a few words, as browsers have chosen since ever. */
export function Choice({ label, value, options, choose }: ChoiceProps) {
  return (
    <label className="rules-choice">
      {label}
      <select value={value} onChange={({ target }) => choose(target.value)}>
        {options.map(([code, word]) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A table of names as options, everything first. */
export const optionsOf = (
  names: Readonly<Record<string, string>>,
  all = '全部',
): readonly (readonly [string, string])[] => [['', all], ...Object.entries(names)];
