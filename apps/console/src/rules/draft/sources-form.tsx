import { Button } from 'antd';
import type { RuleEdit } from '../../api/editions.js';
import type { RuleSource } from '../../api/rules.js';
import { sourcesIn, withSources } from './rule-edit.js';

interface SourcesFormProps {
  readonly edit: RuleEdit;
  readonly put: (edit: RuleEdit) => void;
}

/** What a rule rests on, and from when to when; several follow one another in time. */
export function SourcesForm({ edit, put }: SourcesFormProps) {
  const sources = sourcesIn(edit);
  const set = (at: number, more: Partial<RuleSource>): void =>
    put(
      withSources(
        edit,
        sources.map((one, i) => (i === at ? { ...one, ...more } : one)),
      ),
    );
  return (
    <fieldset className="rules-form rules-sources">
      <legend className="soft">依据（没有法律依据的写“本地默认”；空的日期为不限）</legend>
      {sources.map((source, at) => (
        <div key={at} className="rules-wide rules-source">
          <label>
            法律
            <input value={source.law} onChange={({ target }) => set(at, { law: target.value })} />
          </label>
          <label>
            条款
            <input
              value={source.article ?? ''}
              onChange={({ target }) => set(at, { article: target.value })}
            />
          </label>
          <Day label="施行自" value={source.from} put={(from) => set(at, { from })} />
          <Day label="施行至" value={source.to} put={(to) => set(at, { to })} />
          {sources.length > 1 && (
            <Button
              onClick={() =>
                put(
                  withSources(
                    edit,
                    sources.filter((_, i) => i !== at),
                  ),
                )
              }
            >
              去掉
            </Button>
          )}
        </div>
      ))}
      <Button onClick={() => put(withSources(edit, [...sources, { law: '本地默认' }]))}>
        加一个依据
      </Button>
    </fieldset>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly put: (day: string) => void;
}

function Day({ label, value = '', put }: DayProps) {
  return (
    <label>
      {label}
      <input type="date" value={value} onChange={({ target }) => put(target.value)} />
    </label>
  );
}
