import { creditCodeFault, phoneFault } from './number-checks.js';
import { TextField } from './field.js';

interface TargetFieldsProps {
  /** Where in the form they stand. */
  readonly at: readonly (string | number)[];
  /** How the fields are called to those who hear them: 被反映对象. */
  readonly whose: string;
}

/** A firm or a person as a complaint or an advertisement names it. */
export function TargetFields({ at, whose }: TargetFieldsProps) {
  return (
    <div className="intake-three">
      <TextField name={[...at, 'name']} label={`${whose}名称`} />
      <TextField
        name={[...at, 'uscc']}
        label="统一社会信用代码"
        longest={30}
        faultOf={creditCodeFault}
      />
      <TextField name={[...at, 'phone']} label="对方电话" longest={50} faultOf={phoneFault} />
      <TextField name={[...at, 'website']} label="网址" />
      <TextField name={[...at, 'app']} label="应用程序" />
      <TextField name={[...at, 'address']} label="地址" />
    </div>
  );
}
