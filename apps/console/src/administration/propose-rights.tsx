import { Form, Input } from 'antd';
import { tell } from '../api/ask.js';
import type { AccountDetail, Places, RoleLine } from '../api/accounts.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { rightsInProspect } from './account-words.js';
import { RightsFields, rightsIn, type RightsDraft } from './rights-fields.js';

interface ProposeRightsProps {
  readonly account: AccountDetail;
  readonly places: Places;
  readonly roles: readonly RoleLine[];
  readonly close: () => void;
  readonly done: () => Promise<void>;
}

interface ProposalDraft extends RightsDraft {
  readonly validUntil?: string;
}

/** Proposes other rights for an account; they stand once the security administrator grants them. */
export function ProposeRights({ account, places, roles, close, done }: ProposeRightsProps) {
  const [form] = Form.useForm<ProposalDraft>();
  const deed = useDeed();
  const propose = ({ validUntil = '', ...draft }: ProposalDraft) =>
    deed.run(async () => {
      const end = validUntil === '' ? null : validUntil;
      const other = end === account.validUntil ? {} : { validUntil: end };
      const rights = rightsIn(draft, { places, roles });
      await tell(`accounts/${account.id}/rights`, { ...rights, ...other });
      await done();
      close();
    });
  const { unit, roles: held, regions, validUntil } = rightsInProspect(account);
  const end = validUntil === undefined ? account.validUntil : validUntil;
  return (
    <FormDialog
      title={`更改授权：${account.name}`}
      okText="提出"
      {...{ form, deed, close }}
      initialValues={{ unit, roles: held, regions: regions ?? [], validUntil: end ?? '' }}
      send={propose}
    >
      <p className="soft">提出后由安全管理员批准，批准之前原来的授权不变。</p>
      <RightsFields places={places} roles={roles} />
      <Form.Item name="validUntil" label="有效期至" extra="不填为长期">
        <Input type="date" className="date" />
      </Form.Item>
    </FormDialog>
  );
}
