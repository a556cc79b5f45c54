import { describeDoors } from '@risk/assembly';
import { eachOperation, mergedApart } from '@risk/kit';
import { answerSchemas } from './answers.js';
import { describeBodies } from './bodies.js';
import { CHAPTERS } from './chapters.js';
import { operationTold, type Operation } from './operation-told.js';
import { REFUSED } from './refusals.js';
import { SECURITY_SCHEMES } from './security.js';

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
type Named = Readonly<Record<string, object>>;

interface Described {
  readonly info: object;
  readonly paths: Paths;
  readonly components: { readonly schemas: Named };
}

const INFO = {
  title: '非法金融活动风险监测预警平台 接口',
  description: [
    '数据报送：一条、数组或 NDJSON 皆可，提交后应答；按（来源，编号）与内容指纹去重，重复送达无副作用。举报人信息在入口即转入保管库，不进入任何后续环节。',
    '列表：limit、after、sort 和条件一起问，回答 rows、next、total；下一页把 next 写进 after。/export 存同样条件的 XLSX。',
    '拒绝：application/problem+json，detail 用中文写明原因。看不见的与不存在的回答一样。',
    '例子取自虚构的样例城市；疑似只是线索，不是结论。',
  ].join('\n\n'),
};

/** The documents of the whole API: every door with what it takes, answers and refuses, each with an example. */
export function describeApi() {
  const { openapi, ...feeds } = describeDoors([describeBodies()]);
  const { paths, components, info, ...head } = openapi as unknown as Described;
  return {
    ...feeds,
    openapi: {
      ...head,
      info: { ...info, ...INFO },
      tags: CHAPTERS.map(({ title: name }) => ({ name })),
      paths: eachOperation(paths, operationTold),
      components: {
        schemas: mergedApart<object>([components.schemas, REFUSED.schemas, answerSchemas()]),
        responses: REFUSED.responses,
        securitySchemes: SECURITY_SCHEMES,
      },
    },
  };
}
