import { Checkbox, Form } from 'antd';
import { TextField } from './field.js';
import { idNumberFault, phoneFault } from './number-checks.js';

/** Who reports, apart from the record: it goes into the vault and is shown to nobody afterwards. */
export function ReporterFields() {
  const isAnonymous = Form.useWatch<boolean | undefined>('isAnonymous') === true;
  return (
    <fieldset className="intake-vault">
      <legend>举报人（进保险箱）</legend>
      <p>
        加密后单独存放，提交之后任何页面都不再显示，录入人也看不到；确需查看须另行申请、由他人批准并留痕。请不要把举报人的姓名、电话写进标题和正文。
      </p>
      <Form.Item name="isAnonymous" valuePropName="checked" noStyle>
        <Checkbox>匿名举报，不留身份</Checkbox>
      </Form.Item>
      <Form.Item name="secret" valuePropName="checked" noStyle>
        <Checkbox>举报人要求保密</Checkbox>
      </Form.Item>
      {!isAnonymous && (
        <div className="intake-three">
          <TextField name={['reporter', 'name']} label="姓名" longest={100} />
          <TextField name={['reporter', 'phone']} label="电话" longest={50} faultOf={phoneFault} />
          <TextField
            name={['reporter', 'idNumber']}
            label="证件号码"
            longest={30}
            faultOf={idNumberFault}
          />
        </div>
      )}
    </fieldset>
  );
}
