import { Input, Select } from 'antd';
import type { Feed } from '../api/codes.js';
import type { EntryFacts } from '../api/intake.js';
import { Field, TextField } from './field.js';

interface HeadFieldsProps {
  readonly feed: Feed;
  readonly facts: EntryFacts;
  readonly today: string;
}

const WHEN: Readonly<Record<Feed, string>> = {
  ...{ complaint: '反映日期', registration: '事项日期', advertisement: '发现日期' },
};

/** From where, of which day and of which county. */
export function HeadFields({ feed, facts, today }: HeadFieldsProps) {
  const sources = facts.sources
    .filter((source) => source.feed === feed)
    .map(({ name, title }) => ({ value: name, label: title }));
  const regions = facts.regions.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="intake-four">
      <Field name="source" label="来源" missing="请选择来源">
        <Select options={sources} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field
        name="occurredOn"
        label={WHEN[feed]}
        missing="请填写日期"
        faultOf={(day) => (day > today ? '日期不能在将来' : null)}
      >
        <Input type="date" max={today} />
      </Field>
      <Field name="regionCode" label="属地">
        <Select options={regions} allowClear showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <TextField name="sourceId" label="原编号" longest={100} placeholder="没有则自动编号" />
    </div>
  );
}
