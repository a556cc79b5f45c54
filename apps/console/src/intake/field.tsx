import type { ReactNode } from 'react';
import { Form, Input } from 'antd';

type Name = string | readonly (string | number)[];

interface FieldProps {
  readonly name: Name;
  readonly label: string;
  /** What is said when it is empty; it may be empty without it. */
  readonly missing?: string;
  /** What is wrong with a text; null when nothing. */
  readonly faultOf?: (text: string) => string | null;
  readonly children: ReactNode;
}

/** A field of an entry, which says below itself what is wrong with it as soon as it is left. */
export function Field({ name, label, missing, faultOf, children }: FieldProps) {
  const rules = [
    ...(missing === undefined ? [] : [{ required: true, whitespace: true, message: missing }]),
    ...(faultOf
      ? [{ validator: (_: unknown, text?: string) => checked(faultOf(text ?? '')) }]
      : []),
  ];
  return (
    <Form.Item
      name={typeof name === 'string' ? name : [...name]}
      label={label}
      rules={rules}
      validateTrigger={['onBlur', 'onSubmit']}
    >
      {children}
    </Form.Item>
  );
}

const checked = (fault: string | null): Promise<void> =>
  fault === null ? Promise.resolve() : Promise.reject(new Error(fault));

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly placeholder?: string;
  readonly longest?: number;
}

/** A field of one line; browsers neither remember nor suggest what is typed here. */
export function TextField({ placeholder, longest = 200, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <Input autoComplete="off" placeholder={placeholder} maxLength={longest} />
    </Field>
  );
}
