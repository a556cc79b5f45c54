import { Form, Select } from 'antd';

interface OfficersFieldProps {
  readonly label: string;
  readonly least: number;
  /** Names to choose from; others may be typed. */
  readonly known?: readonly string[];
  readonly extra?: string;
}

/** The names of officers, typed or chosen; the law asks for at least so many. */
export function OfficersField({ label, least, known = [], extra }: OfficersFieldProps) {
  return (
    <Form.Item
      name="officers"
      required
      label={label}
      extra={extra ?? '写姓名，每写一个按回车'}
      rules={[
        {
          validator: (_, names: readonly string[] | undefined) =>
            (names ?? []).length >= least
              ? Promise.resolve()
              : Promise.reject(
                  new Error(`不得少于 ${String(least)} 人（《防范和处置非法集资条例》第二十一条）`),
                ),
        },
      ]}
    >
      <Select
        mode="tags"
        tokenSeparators={['、', '，', ',', ' ']}
        options={known.map((name) => ({ value: name, label: name }))}
        placeholder="姓名"
      />
    </Form.Item>
  );
}
