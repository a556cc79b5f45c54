import { Checkbox, Form, Select } from 'antd';
import type { Places, RoleLine, Rights } from '../api/accounts.js';
import { faultOfRoles, groupsOf, hasRegions, rolesFor } from './role-choice.js';

/** The fields of a form that hold rights. */
export interface RightsDraft {
  readonly unit?: string;
  readonly roles?: readonly string[];
  readonly regions?: readonly string[];
}

interface RightsFieldsProps {
  readonly places: Places;
  readonly roles: readonly RoleLine[];
}

/** Unit, roles and part of the city; says at once what may not lie in one hand. */
export function RightsFields({ places, roles }: RightsFieldsProps) {
  const unit = Form.useWatch<string | undefined>('unit');
  const chosen = Form.useWatch<readonly string[] | undefined>('roles') ?? [];
  const isOffice = unit === places.office;
  const toOptions = (named: Places['units']) =>
    named.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <Form.Item name="unit" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="输入几个字查找"
          options={toOptions(places.units)}
        />
      </Form.Item>
      <Form.Item
        name="roles"
        label="角色"
        required
        extra={unit === undefined ? '先选单位' : undefined}
        rules={[{ validator: (_, given) => judged(faultOfRoles(listOf(given), roles, isOffice)) }]}
      >
        <RoleBoxes roles={unit === undefined ? [] : rolesFor(roles, isOffice)} />
      </Form.Item>
      {hasRegions(chosen, roles, isOffice) && (
        <Form.Item name="regions" label="可见范围" extra="不选为全市">
          <Select
            mode="multiple"
            allowClear
            placeholder="全市"
            showSearch={{ optionFilterProp: 'label' }}
            options={toOptions(places.regions)}
          />
        </Form.Item>
      )}
    </>
  );
}

interface RoleBoxesProps {
  readonly roles: readonly RoleLine[];
  /** Handed in by the form. */
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (chosen: readonly string[]) => void;
}

function RoleBoxes({ roles, id, value = [], onChange }: RoleBoxesProps) {
  return (
    <div id={id} className="role-boxes" role="group" aria-label="角色">
      {groupsOf(roles).map((group) => (
        <div key={group.title}>
          <span className="soft">{group.title}</span>
          {group.roles.map(({ code, title }) => (
            <Checkbox
              key={code}
              checked={value.includes(code)}
              onChange={({ target }) =>
                onChange?.(target.checked ? [...value, code] : value.filter((one) => one !== code))
              }
            >
              {title}
            </Checkbox>
          ))}
        </div>
      ))}
    </div>
  );
}

const listOf = (given: unknown): readonly string[] =>
  Array.isArray(given) ? (given as readonly string[]) : [];

const judged = (fault: string | null): Promise<void> =>
  fault === null ? Promise.resolve() : Promise.reject(new Error(fault));

/** What a form says, as the API reads it. */
export function rightsIn(
  { unit = '', roles: chosen = [], regions = [] }: RightsDraft,
  { places, roles }: RightsFieldsProps,
): Rights {
  const isByRegion = regions.length > 0 && hasRegions(chosen, roles, unit === places.office);
  return { unit, roles: chosen, regions: isByRegion ? regions : null };
}
