import { useAddress } from '../address/use-address.js';
import type { AuditActions, AuditLine } from '../api/audit.js';
import { useAsked } from '../api/use-asked.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { AuditExport } from './audit-export.js';
import { AuditFilters } from './audit-filters.js';
import { OUTCOME_STANDINGS, OUTCOME_WORDS } from './audit-words.js';
import { TrailVerification } from './trail-verification.js';
import './audit.css';

const SOURCE = {
  path: 'audit',
  filters: ['who', 'action', 'subject', 'outcome', 'fromDay', 'toDay'],
  usualSort: '-seq',
};

/** The trail of what was done and tried, for the auditor: read, verified, saved. */
export default function AuditScreen() {
  const { query, change } = useAddress();
  const asked = useList<AuditLine>(SOURCE);
  const actions = useAsked<AuditActions>('audit/actions').data;
  const only = (name: string, value: string) => () => change({ [name]: value, after: null });
  return (
    <section className="screen">
      <header>
        <h1>审计</h1>
        <AuditExport />
        <p>谁在何时从哪里对什么做了什么、成没成，含查看。只能增加，逐行相连，改动可以查出。</p>
      </header>
      <TrailVerification />
      <AuditFilters query={query} actions={actions} change={change} />
      <ListTable<AuditLine>
        label="审计记录"
        source={SOURCE}
        asked={asked}
        columns={columnsOf(only)}
        keyOf={({ seq }) => seq}
        empty="没有符合条件的记录"
        isSaved={false}
      />
    </section>
  );
}

function columnsOf(
  only: (name: string, value: string) => () => void,
): readonly ShownColumn<AuditLine>[] {
  return [
    { title: '编号', sort: 'seq', className: 'number', cell: ({ seq }) => seq },
    { title: '时间', cell: ({ at }) => <When at={at} /> },
    {
      title: '用户',
      className: 'audit-whole',
      cell: ({ who }) =>
        who === '' ? (
          <span className="soft">未登录</span>
        ) : (
          <button type="button" className="audit-only" title="只看此人" onClick={only('who', who)}>
            {who}
          </button>
        ),
    },
    { title: '事件', cell: ({ event }) => event },
    {
      title: '对象',
      className: 'audit-whole',
      cell: ({ about }) =>
        about !== '' && (
          <button
            type="button"
            className="audit-only"
            title="只看此对象"
            onClick={only('subject', about)}
          >
            {about}
          </button>
        ),
    },
    { title: '来源地址', className: 'audit-whole', cell: ({ from }) => from },
    {
      title: '结果',
      cell: ({ outcome }) => (
        <Mark standing={OUTCOME_STANDINGS[outcome]}>{OUTCOME_WORDS[outcome]}</Mark>
      ),
    },
    { title: '说明', className: 'soft', cell: ({ told }) => told },
  ];
}
