import { Input, Select } from 'antd';
import { EVENTS } from './entry-words.js';
import { Field, TextField } from './field.js';
import { creditCodeFault, numberFault } from './number-checks.js';

/** What a register says of a firm. */
export function RegistrationFields() {
  return (
    <>
      <div className="intake-three">
        <TextField name="name" label="企业名称" missing="请填写企业名称" />
        <TextField name="uscc" label="统一社会信用代码" longest={30} faultOf={creditCodeFault} />
        <Field name="event" label="登记事项">
          <Select allowClear options={[...EVENTS]} />
        </Field>
        <TextField name="legalRepresentative" label="法定代表人" />
        <TextField
          name="registeredCapital"
          label="注册资本（元）"
          longest={30}
          faultOf={(text) => numberFault(text, false)}
        />
        <Field name="establishedOn" label="成立日期">
          <Input type="date" />
        </Field>
        <TextField name="phones" label="电话" placeholder="多个用逗号分开" />
        <TextField name="address" label="住所" />
      </div>
      <Field name="businessScope" label="经营范围">
        <Input.TextArea rows={4} maxLength={20_000} />
      </Field>
    </>
  );
}
