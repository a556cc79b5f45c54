import { useState } from 'react';
import { Button } from 'antd';
import { useAddress } from '../address/use-address.js';
import type { QueueChoices } from '../api/queue.js';
import type { Named } from '../api/session.js';
import { FEED_WORDS, STAGE_WORDS } from '../shown/words.js';
import { SearchBox } from '../shown/search-box.js';
import { TIER_WORDS, TIERS } from '../shown/tier-mark.js';
import { PickOne } from './pick-one.js';
import { PickSeveral } from './pick-several.js';
import { FILTER_NAMES, USUAL_SORT } from './queue-source.js';
import { DUE_WORDS, HUSHED_WORDS, SORT_WORDS, STATE_WORDS, WHOSE_WORDS } from './queue-words.js';

const named = (words: Readonly<Record<string, string>>): readonly Named[] =>
  Object.entries(words).map(([code, name]) => ({ code, name }));

const TIER_CHOICES = TIERS.map((code) => ({ code, name: `${TIER_WORDS[code]}色` }));
const NO_REGION = { code: 'none', name: '属地不明' };
/** What is asked for less often. */
const BEHIND = ['unit', 'feed', 'assignee', 'state', 'hushed'];

/** What of the queue is shown; all of it stands in the address. */
export function QueueFilters({ choices }: { readonly choices: QueueChoices | null }) {
  const { query, change } = useAddress();
  const isDeep = BEHIND.some((name) => query.has(name));
  const [isOpen, setOpen] = useState(isDeep);
  const isFiltered = FILTER_NAMES.some((name) => query.has(name));
  const none = Object.fromEntries(FILTER_NAMES.map((name) => [name, null]));
  return (
    <div className="queue-filters" role="search" aria-label="筛选预警">
      <div className="tools">
        <PickOne
          label="谁经办"
          name="whose"
          choices={named(WHOSE_WORDS)}
          usual="mine-or-unassigned"
          clears={['assignee']}
        />
        <PickSeveral label="等级" name="tier" choices={TIER_CHOICES} />
        <PickSeveral label="阶段" name="stage" choices={named(STAGE_WORDS)} />
        <PickSeveral label="类型" name="scheme" choices={choices?.schemes ?? []} />
        <PickSeveral
          label="属地"
          name="region"
          choices={[...(choices?.regions ?? []), NO_REGION]}
        />
        <PickOne label="时限" name="due" choices={named(DUE_WORDS)} />
        <SearchBox
          label="搜索预警"
          placeholder="主体名称或信用代码"
          words={query.get('words') ?? ''}
          search={(words) => change({ words, after: null })}
        />
      </div>
      <div className="tools">
        <Button size="small" aria-expanded={isOpen || isDeep} onClick={() => setOpen(!isOpen)}>
          更多条件
        </Button>
        {(isOpen || isDeep) && <DeepFilters choices={choices} />}
        <PickOne label="排序" name="sort" choices={SORTS} usual={USUAL_SORT} />
        {isFiltered && (
          <Button size="small" type="link" onClick={() => change({ ...none, after: null })}>
            清除条件
          </Button>
        )}
      </div>
    </div>
  );
}

/** The most urgent and the earliest first; of the others the latest and the highest. */
const SORTS: readonly Named[] = Object.entries(SORT_WORDS).flatMap(([code, name]) => {
  const isUpwards = code === 'urgency' || code === 'deadline';
  const usual = { code: isUpwards ? code : `-${code}`, name: `按${name}` };
  return [usual, { code: isUpwards ? `-${code}` : code, name: `按${name}，倒序` }];
});

function DeepFilters({ choices }: { readonly choices: QueueChoices | null }) {
  const colleagues = (choices?.colleagues ?? []).map(({ name }) => ({ code: name, name }));
  return (
    <>
      <PickOne label="送达单位" name="unit" choices={choices?.units ?? []} />
      <PickOne label="来源" name="feed" choices={named(FEED_WORDS)} />
      <PickOne label="经办人" name="assignee" choices={colleagues} clears={['whose']} />
      <PickOne label="状态" name="state" choices={named(STATE_WORDS)} usual="open" />
      <PickOne label="静默" name="hushed" choices={named(HUSHED_WORDS)} usual="without" />
    </>
  );
}
