import { Button, Checkbox, Form, Input } from 'antd';
import type { FileLine } from '../../api/alert.js';
import { saveFile } from '../../api/save-file.js';
import { usePerson } from '../../shell/session-context.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './dialog-props.js';
import { OfficersField } from './officers-field.js';
import { figureIn } from './outcome-fields.js';
import { useAct } from './use-act.js';

interface HandOverDraft {
  readonly officers: readonly string[];
  readonly approver: string;
  readonly number: string;
  readonly amount?: string;
  readonly people?: string;
  readonly losses?: string;
  readonly aggravated?: readonly string[];
  readonly without?: readonly string[];
  readonly because: string;
}

type Unnumbered = Omit<HandOverDraft, 'number'>;

/** What makes half the sum enough (2022 interpretation, article 3, paragraph 2). */
const AGGRAVATIONS = [
  { value: 'convicted', label: '曾因非法集资受过刑事追究' },
  { value: 'penalised', label: '二年内曾因非法集资受过行政处罚' },
  { value: 'influence', label: '造成恶劣社会影响或者其他严重后果' },
];

/** Hands the alert over to public security: facts are frozen, the package is marked, a receipt is owed. */
export function HandOverDialog({ whole, again, close, done }: DialogProps) {
  const [form] = Form.useForm<HandOverDraft>();
  const act = useAct({ whole, again });
  const { name } = usePerson();
  const { alert, may, police, units, life, verifications } = whole;
  const officers = verifications[verifications.length - 1]?.officers ?? [name];
  const sent = (): void => done(`${alert.entityName}：已移送公安`, true);
  const path = `alerts/${alert.id}/handovers`;
  const bodyOf = ({ amount, people, losses, aggravated = [], ...said }: Unnumbered) => ({
    ...{ unit: may.unit, to: police, aggravated, ...said },
    ...{ amount: figureIn(amount), people: figureIn(people), losses: figureIn(losses) },
  });
  const send = async ({ number, ...said }: HandOverDraft) => {
    const isDone = await act.send(({ step }) => ({
      path,
      body: { ...bodyOf(said), number: number.trim(), seen: step },
    }));
    if (isDone) sent();
  };
  const draft = async (): Promise<void> => {
    const said = await form.validateFields(['officers', 'approver', 'because']).catch(() => null);
    if (!said) return;
    const { number: _number, ...all } = form.getFieldsValue(true) as HandOverDraft;
    await act.deed.run(() => saveFile(`${path}/draft`, bodyOf(all)));
  };
  const to = units.find(({ code }) => code === police)?.name ?? police;
  return (
    <ActDialog
      title={`移送${to}：${alert.entityName}`}
      okText="移送"
      width={720}
      initialValues={{ officers }}
      {...{ form, act, whole, send, sent, close }}
    >
      <Means files={life.files.length} />
      <PeopleFields known={officers} />
      <FigureFields />
      <WithoutField files={life.files} />
      <Form.Item
        name="because"
        label="移送理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <NumberFields isRunning={act.deed.isRunning} draft={draft} />
    </ActDialog>
  );
}

function Means({ files }: { readonly files: number }) {
  return (
    <p className="soft alert-means">
      移送后事实和 {files}{' '}
      个附件一并封存成材料包，公安机关应当回执；不以行政认定为前提（条例第二十三条）。投诉只写件数，不写举报人和原话。
    </p>
  );
}

function PeopleFields({ known }: { readonly known: readonly string[] }) {
  return (
    <div className="beside">
      <OfficersField label="经办人" least={2} known={known} />
      <Form.Item
        name="approver"
        label="批准移送的主要负责人"
        extra="不能是经办人或提交人"
        rules={[{ required: true, whitespace: true, message: '请写明批准人' }]}
      >
        <Input maxLength={50} />
      </Form.Item>
    </div>
  );
}

interface NumberFieldsProps {
  readonly isRunning: boolean;
  readonly draft: () => Promise<void>;
}

/** What makes an official paper of the letter, and how it can be looked at before. */
function NumberFields({ isRunning, draft }: NumberFieldsProps) {
  return (
    <div className="beside">
      <Form.Item
        name="number"
        label="移送函文号"
        extra="填了文号，移送函即为正式文书"
        rules={[{ required: true, whitespace: true, message: '请填写文号' }]}
      >
        <Input maxLength={100} placeholder="郴金办函〔2026〕1号" />
      </Form.Item>
      <Form.Item label="编号以前" required extra="不留存，也不算移送">
        <Button loading={isRunning} onClick={() => void draft()}>
          下载草稿核对
        </Button>
      </Form.Item>
    </div>
  );
}

/** What is known of sums and people, and what makes half of them enough. */
function FigureFields() {
  return (
    <>
      <div className="alert-three">
        <Form.Item name="amount" label="吸收金额（元）" extra="不填取投诉所称">
          <Input type="number" min={0} />
        </Form.Item>
        <Form.Item name="people" label="人数" extra="不填取投诉所称">
          <Input type="number" min={0} step={1} />
        </Form.Item>
        <Form.Item name="losses" label="直接经济损失（元）">
          <Input type="number" min={0} />
        </Form.Item>
      </div>
      <Form.Item name="aggravated" label="从重情节">
        <Checkbox.Group options={AGGRAVATIONS} />
      </Form.Item>
    </>
  );
}

/** Files that stay in the house, because a reporter can be recognised in them. */
function WithoutField({ files }: { readonly files: readonly Pick<FileLine, 'id' | 'name'>[] }) {
  if (files.length === 0) return null;
  return (
    <Form.Item
      name="without"
      label="不随函移送的附件"
      extra="含有举报人信息的附件不能移送；图片、PDF 请您自己核对"
    >
      <Checkbox.Group options={files.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  );
}
