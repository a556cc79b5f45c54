import { useAddress } from '../address/use-address.js';
import type { EntityChoices } from '../api/entities.js';
import { useAsked } from '../api/use-asked.js';
import { ANY_TIERS, TIER_NAMES } from '../shown/tier.js';
import { KIND_NAMES } from './entity-words.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import type { Option } from '../lists/choice.js';

const KINDS = Object.entries(KIND_NAMES);
const LICENSED: readonly Option[] = [
  ['true', '在持牌登记内'],
  ['false', '不在持牌登记内'],
];
const SAMPLE: readonly Option[] = [
  ['false', '真实数据'],
  ['true', '样例'],
];

export const ENTITY_FILTERS = ['words', 'tier', 'scheme', 'region', 'kind', 'licensed', 'sample'];

/** What the list is narrowed down by; each choice stands in the address. */
export function EntityFilters() {
  const { query, change } = useAddress();
  const { data } = useAsked<EntityChoices>('entities/choices');
  const isNarrowed = ENTITY_FILTERS.some((name) => query.has(name));
  const none = Object.fromEntries(ENTITY_FILTERS.map((name) => [name, null]));
  return (
    <>
      <Filter
        name="tier"
        label="等级"
        choices={ANY_TIERS.map((tier) => [tier, TIER_NAMES[tier]])}
      />
      <Filter
        name="scheme"
        label="疑似类型"
        choices={(data?.schemes ?? []).map(({ code, title }) => [code, title])}
      />
      <Filter
        name="region"
        label="属地"
        choices={(data?.regions ?? []).map(({ code, name }) => [code, name])}
      />
      <Filter name="kind" label="类别" choices={KINDS} />
      <Filter name="licensed" label="持牌" choices={LICENSED} />
      <Filter name="sample" label="数据" choices={SAMPLE} />
      {isNarrowed && (
        <button
          type="button"
          className="entity-plain"
          onClick={() => change({ ...none, after: null })}
        >
          清除条件
        </button>
      )}
    </>
  );
}

interface FilterProps {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Option[];
}

/** Six of them stand in one row: each says within what it is. */
const Filter = ({ name, label, choices }: FilterProps) => (
  <ChoiceInAddress
    {...{ name, label, options: [['', `${label}：全部`], ...choices] }}
    isLabelHidden
  />
);
