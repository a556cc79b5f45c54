import type { Feed } from '../../api/codes.js';
import { TRIED_FIELDS, type TriedField, type Typed } from './tried.js';

interface TrialFormProps {
  readonly feed: Feed;
  readonly typed: Typed;
  readonly type: (typed: Typed) => void;
}

/** The fields of a feed, to be typed or pasted into. */
export function TrialForm({ feed, typed, type }: TrialFormProps) {
  return (
    <form className="rules-form" onSubmit={(event) => event.preventDefault()}>
      {TRIED_FIELDS[feed].map((field) => (
        <label key={field.name} className={field.kind === 'text' ? 'rules-wide' : ''}>
          {field.label}
          <Field
            field={field}
            value={typed[field.name] ?? ''}
            put={(value) => type({ ...typed, [field.name]: value })}
          />
        </label>
      ))}
    </form>
  );
}

interface FieldProps {
  readonly field: TriedField;
  readonly value: string;
  readonly put: (value: string) => void;
}

const TYPES = { line: 'text', number: 'number', date: 'date' } as const;

function Field({ field: { kind, options = [] }, value, put }: FieldProps) {
  if (kind === 'text')
    return (
      <textarea
        value={value}
        rows={6}
        maxLength={20_000}
        spellCheck={false}
        onChange={({ target }) => put(target.value)}
      />
    );
  if (kind === 'choice')
    return (
      <select value={value} onChange={({ target }) => put(target.value)}>
        {options.map(([code, word]) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
    );
  return (
    <input
      type={TYPES[kind]}
      min={kind === 'number' ? 0 : undefined}
      value={value}
      onChange={({ target }) => put(target.value)}
    />
  );
}
