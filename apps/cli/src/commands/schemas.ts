import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeApi } from '../../../api/src/described/describe-api.js';
import { jsonText } from '@risk/kit';
import type { Command, CommandIo, ExitCode } from '../command.js';

/** The documents of the feeds as files: name → text. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const { jsonSchemas, asyncapi, openapi } = describeApi();
  const named: [string, unknown][] = [
    ...Object.entries(jsonSchemas).map(([feed, schema]): [string, unknown] => [
      `${feed}.schema.json`,
      schema,
    ]),
    ['asyncapi.json', asyncapi],
    ['openapi.json', openapi],
  ];
  return new Map(named.map(([name, content]) => [name, `${jsonText(content)}\n`]));
}

/** Writes the published schemas of the feeds into a folder. */
export const schemasCommand: Command = {
  summary: '写出三路数据的 JSON Schema、AsyncAPI、OpenAPI 文档',
  help: `用法：risk schemas [--out 目录]

由程序实际使用的校验规则生成，不会与程序不一致：
  registration.schema.json  complaint.schema.json  advertisement.schema.json
  asyncapi.json（Kafka 通道，AsyncAPI 3.0）  openapi.json（HTTP 接口，OpenAPI 3.1）

  --out 目录   写到何处，缺省 docs/schemas`,

  async run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
    const { values } = parseArgs({
      args: [...args],
      options: { out: { type: 'string', default: 'docs/schemas' } },
    });
    await mkdir(values.out, { recursive: true });
    for (const [name, text] of schemaFiles()) {
      const file = join(values.out, name);
      await writeFile(file, text);
      io.stdout.write(`${file}\n`);
    }
    return 0;
  },
};
