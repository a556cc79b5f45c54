import { Form, Input, Select } from 'antd';
import { SCHEME_OPTIONS } from '../../shown/words.js';

/** What is known of how a case ended. */
export interface OutcomeDraft {
  readonly scheme?: string;
  readonly exposedOn?: string;
  readonly losses?: string;
  readonly people?: string;
}

interface OutcomeFieldsProps {
  readonly isSchemeNeeded: boolean;
}

/** The kind, the day, the losses and the people, as far as known. */
export function OutcomeFields({ isSchemeNeeded }: OutcomeFieldsProps) {
  return (
    <div className="beside">
      <Form.Item
        name="scheme"
        label="类型"
        rules={isSchemeNeeded ? [{ required: true, message: '查实的请选类型' }] : []}
      >
        <Select options={SCHEME_OPTIONS} allowClear />
      </Form.Item>
      <Form.Item name="exposedOn" label="暴露日期">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="losses" label="损失（元）">
        <Input type="number" min={0} />
      </Form.Item>
      <Form.Item name="people" label="受损人数">
        <Input type="number" min={0} step={1} />
      </Form.Item>
    </div>
  );
}

/** A figure as it is sent; what is not filled in is not known, which is not zero. */
export const figureIn = (text: string | undefined): number | null =>
  text === undefined || text.trim() === '' ? null : Number(text);

/** What is sent of an outcome; of a refuted one nothing is known. */
export function outcomeBody(verdict: string, draft: OutcomeDraft): object {
  if (verdict === 'refuted') return {};
  const { scheme, exposedOn, losses, people } = draft;
  return {
    ...(scheme === undefined ? {} : { scheme }),
    ...(exposedOn === undefined || exposedOn === '' ? {} : { exposedOn }),
    ...{ losses: figureIn(losses), people: figureIn(people) },
  };
}
