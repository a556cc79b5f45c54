import { useState } from 'react';
import { Button } from 'antd';
import type { LicenceFacts } from '../api/licensed.js';
import { sizeWords } from '../shown/size-words.js';
import { ListField } from './list-field.js';
import { yearsAfter, type ListWish } from './list-wish.js';

interface ListFormProps {
  readonly facts: LicenceFacts;
  readonly fresh: ListWish;
  readonly isRunning: boolean;
  readonly look: (file: File, wish: ListWish) => void;
}

/** Which list it is, who answers for it, and the file. */
export function ListForm({ facts, fresh, isRunning, look }: ListFormProps) {
  const [wish, setWish] = useState(fresh);
  const [file, setFile] = useState<File | null>(null);
  const fill = (part: Partial<ListWish>): void => setWish({ ...wish, ...part });
  const { largestBytes, mostRows } = facts.limits;
  const isTooLarge = file !== null && file.size > largestBytes;
  return (
    <form
      className="licensed-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (file && !isTooLarge) look(file, wish);
      }}
    >
      <ListField label="名单类别">
        <select
          className="field"
          required
          value={wish.kind}
          onChange={({ target }) => fill({ kind: target.value })}
        >
          <option value="">请选择</option>
          {facts.kinds.map(({ code, title }) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      </ListField>
      <WhoAnswers wish={wish} fill={fill} />
      <WhatHolds wish={wish} fill={fill} />
      <ListField
        label="名单文件"
        note={`.csv（UTF-8 或 GBK）、.xlsx、.jsonl，不超过 ${sizeWords(largestBytes)}、${mostRows.toLocaleString('en')} 行；要有机构名称、许可证编号两列`}
      >
        <input
          type="file"
          required
          accept=".xlsx,.csv,.txt,.tsv,.jsonl,.ndjson,.json"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
      </ListField>
      {isTooLarge && <p role="alert">文件有 {sizeWords(file.size)}，超过上限，请分成几个文件。</p>}
      <div>
        <Button type="primary" htmlType="submit" loading={isRunning} disabled={isTooLarge}>
          预览
        </Button>{' '}
        <span className="soft">先看会登记什么，确认后才写入。</span>
      </div>
    </form>
  );
}

interface PartProps {
  readonly wish: ListWish;
  readonly fill: (part: Partial<ListWish>) => void;
}

function WhoAnswers({ wish, fill }: PartProps) {
  return (
    <>
      <ListField label="出处" note="哪一份正式名单、何时核对">
        <input
          className="field"
          required
          maxLength={200}
          placeholder="国家金融监督管理总局金融许可证信息查询，2026-11-20 核对"
          value={wish.source}
          onChange={({ target }) => fill({ source: target.value })}
        />
      </ListField>
      <ListField label="负责人" note="谁对这些条目负责">
        <input
          className="field"
          required
          maxLength={100}
          value={wish.owner}
          onChange={({ target }) => fill({ owner: target.value })}
        />
      </ListField>
      <ListField label="理由">
        <input
          className="field"
          required
          maxLength={200}
          value={wish.reason}
          onChange={({ target }) => fill({ reason: target.value })}
        />
      </ListField>
    </>
  );
}

function WhatHolds({ wish, fill }: PartProps) {
  return (
    <>
      <ListField
        label="起止"
        note="含首尾两天，最长三年（本地默认，非法定）；许可证先到期的以许可证为准"
      >
        <span>
          <input
            className="field"
            type="date"
            required
            aria-label="起"
            value={wish.from}
            onChange={({ target }) => fill({ from: target.value })}
          />{' '}
          至{' '}
          <input
            className="field"
            type="date"
            required
            aria-label="止"
            min={wish.from}
            max={wish.from === '' ? undefined : yearsAfter(wish.from, 3)}
            value={wish.until}
            onChange={({ target }) => fill({ until: target.value })}
          />
        </span>
      </ListField>
      <ListField
        label="压制的信号"
        note="all 表示全部；也可写规则或词类的编号，用逗号分开。逃匿和达到公安追究标准的，压制了也照常计入"
      >
        <input
          className="field"
          required
          maxLength={1000}
          value={wish.suppresses}
          onChange={({ target }) => fill({ suppresses: target.value })}
        />
      </ListField>
    </>
  );
}
