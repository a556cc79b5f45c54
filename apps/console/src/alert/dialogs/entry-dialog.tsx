import { useState } from 'react';
import { Form, Input, Radio, Select } from 'antd';
import type { Verification } from '../../api/alert-case.js';
import { useServerTime } from '../../shell/server-time.js';
import { chinaTime } from '../../shown/china-time.js';
import { ELEMENT_WORDS, FINDING_WORDS } from '../../shown/words.js';
import { ACTION_KINDS_TOLD } from '../words.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './dialog-props.js';
import { EvidenceField } from './evidence-field.js';
import { OfficersField } from './officers-field.js';
import { useAct } from './use-act.js';

interface EntryDraft {
  readonly happenedAt?: string;
  readonly officers?: readonly string[];
  readonly result?: string;
  readonly approver?: string;
  readonly element?: string;
  readonly finding?: string;
  readonly evidence?: readonly string[];
  readonly because: string;
}

const ELEMENT = 'element';
const CHECKED = ['illegality', 'inducement', 'sociality'] as const;
const KINDS = [
  { value: ELEMENT, label: '认定要件' },
  ...Object.entries(ACTION_KINDS_TOLD).map(([value, { name }]) => ({ value, label: name })),
];

/** Adds to the log of a verification: what officers did, or what was found of one element. */
export function EntryDialog(props: DialogProps) {
  const open = props.whole.verifications.find(({ isOpen }) => isOpen);
  return open ? <OpenEntry {...props} verification={open} /> : null;
}

function OpenEntry({
  whole,
  again,
  close,
  done,
  verification,
}: DialogProps & { readonly verification: Verification }) {
  const [form] = Form.useForm<EntryDraft>();
  const [kind, choose] = useState(ELEMENT);
  const act = useAct({ whole, again });
  const now = chinaTime(useServerTime()).replace(' ', 'T');
  const sent = (): void => done('已记入核查');
  const send = async (draft: EntryDraft): Promise<void> => {
    const isDone = await act.send(({ entry }) => ({
      path: `verifications/${verification.id}/entries`,
      body: { ...bodyOf(kind, draft), seen: entry },
    }));
    if (isDone) sent();
  };
  return (
    <ActDialog
      title={`核查任务 ${verification.id}`}
      okText="记入"
      width={640}
      initialValues={{ officers: verification.officers, happenedAt: now }}
      {...{ form, act, whole, send, sent, close }}
    >
      <Form.Item required label="记什么">
        <Radio.Group
          value={kind}
          options={KINDS}
          onChange={(event) => choose(String(event.target.value))}
        />
      </Form.Item>
      {kind === ELEMENT ? <ElementFields /> : <ActionFields kind={kind} {...{ verification }} />}
      <EvidenceField whole={whole} verification={verification} />
      <Form.Item
        name="because"
        label={kind === ELEMENT ? '认定的理由' : '事由'}
        rules={[{ required: true, whitespace: true, message: '请写明' }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </ActDialog>
  );
}

function ElementFields() {
  return (
    <div className="beside">
      <Form.Item
        name="element"
        label="要件"
        extra="《防范和处置非法集资条例》第二条"
        rules={[{ required: true, message: '请选要件' }]}
      >
        <Select options={CHECKED.map((value) => ({ value, label: ELEMENT_WORDS[value] }))} />
      </Form.Item>
      <Form.Item name="finding" label="认定" rules={[{ required: true, message: '请选认定' }]}>
        <Radio.Group
          options={Object.entries(FINDING_WORDS).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
    </div>
  );
}

interface ActionFieldsProps {
  readonly kind: string;
  readonly verification: Verification;
}

function ActionFields({ kind, verification }: ActionFieldsProps) {
  const told = ACTION_KINDS_TOLD[kind];
  return (
    <>
      {told && told.basis !== '' && <p className="soft alert-means">依据{told.basis}</p>}
      <div className="beside">
        <Form.Item
          name="happenedAt"
          label="何时"
          rules={[{ required: true, message: '请写明时间' }]}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="approver"
          label="批准的主要负责人"
          extra={kind === 'account' ? '查询账户须经批准' : '没有的不填'}
          rules={kind === 'account' ? [{ required: true, message: '请写明批准人' }] : []}
        >
          <Input maxLength={50} />
        </Form.Item>
      </div>
      <OfficersField
        label="办理人员"
        least={kind === 'other' ? 1 : 2}
        known={verification.officers}
      />
      <Form.Item
        name="result"
        label="结果"
        rules={[{ required: true, whitespace: true, message: '请写明结果' }]}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </>
  );
}

function bodyOf(kind: string, draft: EntryDraft): object {
  const { element, finding, evidence = [], because, happenedAt, officers, result } = draft;
  if (kind === ELEMENT) return { kind, element, finding, evidence, because };
  const approver = (draft.approver ?? '').trim();
  return {
    ...{ kind, officers, result, evidence, because, happenedAt: `${happenedAt ?? ''}:00+08:00` },
    ...(approver === '' ? {} : { approver }),
  };
}
