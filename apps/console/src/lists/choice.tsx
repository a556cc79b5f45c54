/** What can be chosen, with what it is called. */
export type Option = readonly [value: string, words: string];

interface ChoiceProps {
  readonly label: string;
  /** The options say themselves what they are about: the label is heard and not seen. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly options: readonly Option[];
  readonly choose: (value: string) => void;
}

/** One of some words, chosen by mouse or keyboard as browsers have since ever; the empty value asks for nothing. */
export function Choice({ label, isLabelHidden = false, value, options, choose }: ChoiceProps) {
  return (
    <label className="choice">
      {!isLabelHidden && label}
      <select
        className="field"
        aria-label={isLabelHidden ? label : undefined}
        value={value}
        onChange={({ target }) => choose(target.value)}
      >
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A table of words as options, everything first. */
export const optionsOf = (
  words: Readonly<Record<string, string>>,
  all = '全部',
): readonly Option[] => [['', all], ...Object.entries(words)];
