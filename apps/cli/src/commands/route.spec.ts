import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { routeCommand } from './route.js';

interface Answer {
  readonly path: readonly string[];
  readonly territory: object;
  readonly steps: readonly {
    readonly unit: string;
    readonly role: string;
    readonly dueAt: string;
  }[];
  readonly deadline: { readonly answer: string };
}

async function run(line: string) {
  const written = { out: '', err: '' };
  const into = (which: 'out' | 'err') =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written[which] += chunk.toString();
        done();
      },
    });
  const io = { stdin: process.stdin, stdout: into('out'), stderr: into('err') };
  const code = await routeCommand.run(line.split(' ').filter(Boolean), io);
  return { code, ...written };
}

describe('risk route', () => {
  it('prints the path, the units, why, and until when', async () => {
    const { code, out } = await run(
      '--scheme pyramid-selling --tier red --region 431081 --address 资兴市唐洞街道 --business-address 郴州市北湖区 --feed advertisement --medium wechat --at 2026-11-23T09:00:00+08:00',
    );
    const answer = JSON.parse(out) as Answer;
    expect(code).toBe(0);
    expect(answer.path).toContain('routes[10] 传销（类型为传销）');
    expect(answer.territory).toMatchObject({ registered: '资兴市', business: '北湖区' });
    expect(answer.steps.map((step) => `${step.unit} ${step.role}`)).toEqual([
      'scjgj lead',
      'gaj lead',
      'zixing assist',
      'jrb assist',
      'wxb assist',
      'beihu copy',
    ]);
    expect(answer.steps[0]?.dueAt).toBe('2026-11-30T09:30:00.000Z');
    expect(answer.deadline.answer).toContain('本地默认，非法定');
  });

  it.each([
    ['--scheme theft --tier red', '--scheme "theft" 应为: illegal-fundraising'],
    ['--scheme other', '--tier "" 应为: red orange'],
    ['--scheme other --tier red --feed gossip', '--feed "gossip" 应为'],
    ['--scheme other --tier red --element luck', '--element "luck" 应为'],
    ['--scheme other --tier red --amount many', '--amount "many" 不是数'],
    ['--scheme other --tier red --at soon', '--at "soon" 不是 ISO 8601 时间'],
    ['--scheme other --tier red --config nowhere', '读不到配置文件 nowhere/handling.yaml'],
    ['--colour red', '--colour'],
  ])('refuses %s as a wrong call', async (line, message) => {
    const { code, out, err } = await run(line);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });

  it('explains every option', () => {
    for (const option of ['scheme', 'tier', 'region', 'address', 'feed', 'medium', 'config', 'at'])
      expect(routeCommand.help).toContain(`--${option}`);
  });
});
