import type { DraftProblem, DraftReport, RuleEdit } from '../../api/editions.js';
import { DIMENSION_WORDS, ELEMENT_WORDS, SCHEME_WORDS } from '../../shown/words.js';
import { templateWords } from '../field-words.js';
import { FEED_TITLES } from '../names.js';
import type { Subject } from '../../api/rules.js';
import { SourcesForm } from './sources-form.js';
import { textIn, withField } from './rule-edit.js';
import { Problems, YamlField } from './yaml-field.js';

interface RuleFormProps {
  readonly edit: RuleEdit;
  readonly report: DraftReport | null;
  readonly put: (edit: RuleEdit) => void;
}

const WHEN_LINES = 14;
const EXAMPLE_LINES = 12;

/** A rule that is being changed: its common fields as a form, its condition and its examples as YAML. */
export function RuleForm({ edit, report, put }: RuleFormProps) {
  const problems = (report?.problems ?? []).filter(({ rule }) => rule === edit.id);
  const of = (part: string): readonly DraftProblem[] => problems.filter((one) => one.part === part);
  const elsewhere = problems.filter(({ part }) => part !== 'when' && part !== 'examples');
  return (
    <>
      <CommonFields edit={edit} put={put} />
      <SourcesForm edit={edit} put={put} />
      <Problems problems={elsewhere} />
      <h3>条件（YAML）</h3>
      <YamlField
        label="条件（YAML）"
        value={edit.when}
        rows={WHEN_LINES}
        problems={of('when')}
        put={(when) => put({ ...edit, when })}
      />
      <h3>例子（YAML，至少一正一反两个）</h3>
      <YamlField
        label="例子（YAML）"
        value={edit.examples}
        rows={EXAMPLE_LINES}
        problems={of('examples')}
        put={(examples) => put({ ...edit, examples })}
      />
      <Outcomes id={edit.id} report={report} />
    </>
  );
}

/** What became of the examples. */
function Outcomes({ id, report }: { readonly id: string; readonly report: DraftReport | null }) {
  const outcomes = report?.examples.filter(({ rule }) => rule === id) ?? [];
  if (outcomes.length === 0) return null;
  const failed = outcomes.filter(({ passed }) => !passed).length;
  return (
    <p className={failed === 0 ? 'rules-passed' : 'rules-problems'}>
      {failed === 0
        ? `✓ ${String(outcomes.length)} 个例子全部如其所说`
        : `✕ ${String(outcomes.length)} 个例子中有 ${String(failed)} 个不符`}
    </p>
  );
}

interface CommonFieldsProps {
  readonly edit: RuleEdit;
  readonly put: (edit: RuleEdit) => void;
}

function CommonFields({ edit, put }: CommonFieldsProps) {
  const text = (name: string): string => textIn(edit, name);
  const set = (name: string, value: unknown): void => put(withField(edit, name, value));
  return (
    <div className="rules-form">
      <label className="rules-wide">
        标题
        <input value={text('title')} onChange={({ target }) => set('title', target.value)} />
      </label>
      <label>
        分值（0 到 100）
        <input
          type="number"
          min={0}
          max={100}
          value={text('weight')}
          onChange={({ target }) => set('weight', numberIn(target.value))}
        />
      </label>
      <label>
        半衰期（天，空为不衰减）
        <input
          type="number"
          min={1}
          value={text('halfLifeDays')}
          onChange={({ target }) => set('halfLifeDays', numberIn(target.value))}
        />
      </label>
      <Names
        label="维度"
        value={text('dimension')}
        names={DIMENSION_WORDS}
        put={(v) => set('dimension', v)}
      />
      <Names
        label="类型"
        value={text('scheme')}
        names={{ '': '不限', ...SCHEME_WORDS }}
        put={(value) => set('scheme', value === '' ? undefined : value)}
      />
      <label className="rules-wide">
        理由模板（{'{quote}'} 处写第一处原文，{'{quotes}'} 处写各处原文，{'{yield}'}{' '}
        处写折合年化，也可用字段名）
        <input value={text('because')} onChange={({ target }) => set('because', target.value)} />
        <span className="soft">读作：{templateWords(text('because'))}</span>
      </label>
      <Elements edit={edit} put={put} />
    </div>
  );
}

function Elements({ edit, put }: CommonFieldsProps) {
  const elements = (edit.fields['elements'] ?? []) as readonly string[];
  const set = (next: readonly string[]): void => put(withField(edit, 'elements', next));
  return (
    <div className="rules-wide rules-boxes">
      <span className="soft">要件</span>
      {Object.entries(ELEMENT_WORDS).map(([code, name]) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={elements.includes(code)}
            onChange={({ target }) => set(toggled(elements, code, target.checked))}
          />
          {name}
        </label>
      ))}
      <span className="soft">数据来源：{FEED_TITLES[edit.fields['feed'] as Subject]}</span>
    </div>
  );
}

const numberIn = (text: string): number | null => (text === '' ? null : Number(text));

const toggled = (list: readonly string[], code: string, isIn: boolean): readonly string[] =>
  isIn ? [...list, code] : list.filter((one) => one !== code);

interface NamesProps {
  readonly label: string;
  readonly value: string;
  readonly names: Readonly<Record<string, string>>;
  readonly put: (value: string) => void;
}

function Names({ label, value, names, put }: NamesProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => put(target.value)}>
        {Object.entries(names).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
