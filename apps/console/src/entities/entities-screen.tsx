import { useAddress } from '../address/use-address.js';
import type { EntityRow } from '../api/entities.js';
import { ListTable } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { SearchBox } from '../shown/search-box.js';
import { ENTITY_COLUMNS } from './entity-columns.js';
import { ENTITY_FILTERS, EntityFilters } from './entity-filters.js';
import './entities.css';

const SOURCE = { path: 'entities', filters: ENTITY_FILTERS, usualSort: '-score' };

/** All entities that somebody may see, and a way to find one of them by whatever is known of it. */
export default function EntitiesScreen() {
  const { query, change } = useAddress();
  const list = useList<EntityRow>(SOURCE);
  return (
    <section className="screen">
      <header>
        <h1>主体</h1>
        <p>指数和类型都是疑似线索，不是结论；人工等级与模型并列，以人为准。</p>
      </header>
      <div className="tools entity-find">
        <SearchBox
          label="查找主体"
          placeholder="名称、曾用名、信用代码、电话、法人……"
          words={query.get('words') ?? ''}
          search={(words) => change({ words, after: null })}
        />
        <EntityFilters />
      </div>
      <ListTable
        label="主体"
        source={SOURCE}
        asked={list}
        columns={ENTITY_COLUMNS}
        keyOf={({ id }) => id}
        empty="没有符合条件的主体"
      />
    </section>
  );
}
