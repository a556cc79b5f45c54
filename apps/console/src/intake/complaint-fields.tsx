import { Button, Form, Input, Select } from 'antd';
import { CHANNELS } from './entry-words.js';
import { Field, TextField } from './field.js';
import { numberFault } from './number-checks.js';
import { ReporterFields } from './reporter-fields.js';
import { TargetFields } from './target-fields.js';

const MOST_TARGETS = 20;

/** What somebody complains about, whom it is about, and apart from it who reports. */
export function ComplaintFields() {
  return (
    <>
      <TextField name="title" label="标题" />
      <Field name="text" label="诉求内容" missing="请填写诉求内容">
        <Input.TextArea rows={6} maxLength={20_000} showCount />
      </Field>
      <div className="intake-three">
        <Field name="channel" label="渠道">
          <Select allowClear options={[...CHANNELS]} />
        </Field>
        <TextField
          name="amount"
          label="涉及金额（元）"
          longest={30}
          faultOf={(text) => numberFault(text, false)}
        />
        <TextField
          name="people"
          label="涉及人数"
          longest={12}
          faultOf={(text) => numberFault(text, true)}
        />
      </div>
      <TargetList />
      <ReporterFields />
    </>
  );
}

function TargetList() {
  return (
    <Form.List name="targets">
      {(fields, { add, remove }) => (
        <fieldset className="intake-targets">
          <legend>被反映对象</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="intake-target">
              <TargetFields at={[name]} whose="对象" />
              {fields.length > 1 && (
                <Button size="small" onClick={() => remove(name)}>
                  去掉这个对象
                </Button>
              )}
            </div>
          ))}
          {fields.length < MOST_TARGETS && (
            <Button size="small" onClick={() => add({})}>
              再加一个对象
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
