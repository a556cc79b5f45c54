import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { routeCommand } from './route.js';

interface Answer {
  readonly path: readonly string[];
  readonly territory: object;
  readonly steps: readonly {
    readonly unit: string;
    readonly role: string;
    readonly dueAt: string | null;
    readonly acknowledgeBy: string | null;
    readonly after: string | null;
    readonly contacts: readonly object[];
    readonly ladder: readonly {
      readonly duty: string;
      readonly name: string;
      readonly at: string;
      readonly contacts: readonly string[];
    }[];
  }[];
  readonly police: object | null;
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

  it('prints the people, when they are recalled, and who hears when they are late', async () => {
    const { out } = await run(
      '--scheme other --tier red --region 431002 --at 2026-11-23T09:00:00+08:00',
    );
    const [office] = (JSON.parse(out) as Answer).steps;
    expect(office?.contacts).toEqual([
      {
        key: 'jrb/liaison',
        title: '联络员',
        email: 'jrb@chenzhou.example',
        channels: ['email', 'inbox'],
      },
    ]);
    expect(office?.acknowledgeBy).toBe('2026-11-23T03:00:00.000Z');
    expect(
      office?.ladder.map(({ duty, name, at, contacts }) => [duty, name, at, ...contacts].join(' ')),
    ).toEqual([
      'acknowledge remind-1 2026-11-23T02:30:00.000Z jrb/liaison',
      'acknowledge overdue-1 2026-11-23T03:00:00.000Z jrb/liaison',
      'acknowledge overdue-2 2026-11-23T04:00:00.000Z jrb/head',
      'acknowledge overdue-3 2026-11-23T08:30:00.000Z jrb/head',
      'acknowledge overdue-4 2026-11-24T09:30:00.000Z convener',
      'answer remind-1 2026-11-26T00:30:00.000Z jrb/liaison',
      'answer remind-2 2026-11-30T03:00:00.000Z jrb/liaison',
      'answer overdue-1 2026-12-01T00:30:00.000Z jrb/liaison',
      'answer overdue-2 2026-12-01T09:30:00.000Z jrb/head',
      'answer overdue-3 2026-12-03T09:30:00.000Z jrb/head',
      'answer overdue-4 2026-12-07T09:30:00.000Z convener',
    ]);
  });

  it.each([
    ['flight by its code', '--code CP-FLIGHT', '携款逃匿'],
    ['half the threshold', '--amount 500000 --aggravated', '第三条第二款'],
    ['half the threshold by its code', '--amount 500000 --code EN-HALF-THRESHOLD', '第三条第二款'],
  ])('says why public security leads: %s', async (_, more, reason) => {
    const { out } = await run(`--scheme illegal-fundraising --tier orange ${more}`);
    expect((JSON.parse(out) as Answer).police).toEqual({
      unitName: '郴州市公安局',
      role: 'lead',
      because: expect.stringContaining(reason),
    });
  });

  it('says that public security has no part', async () => {
    const { out } = await run('--scheme other --tier yellow --code CP-OVERDUE');
    expect((JSON.parse(out) as Answer).police).toBeNull();
  });

  it('shows whose finding market supervision waits for', async () => {
    const { out } = await run('--scheme other --tier yellow --feed advertisement');
    const market = (JSON.parse(out) as Answer).steps.find(({ unit }) => unit === 'scjgj');
    expect(market).toMatchObject({ after: 'jrb', waits: true, dueAt: null });
    expect(market?.ladder.map(({ duty }) => duty)).not.toContain('answer');
  });

  it.each([
    ['--scheme theft --tier red', '--scheme "theft" 应为: illegal-fundraising'],
    ['--scheme other', '--tier "" 应为: red orange'],
    ['--scheme other --tier red --feed gossip', '--feed "gossip" 应为'],
    ['--scheme other --tier red --element luck', '--element "luck" 应为'],
    ['--scheme other --tier red --amount many', '--amount "many" 不是数'],
    ['--scheme other --tier red --at soon', '--at "soon" 不是 ISO 8601 时间'],
    ['--scheme other --tier red --config nowhere', '读不到配置文件 nowhere/handling.yaml'],
    ['--scheme other --tier red --medium fax', '--medium "fax" 应为'],
    ['--scheme other --tier red --amount -5', '--amount 后面没有值'],
    ['--colour red', '没有 --colour 这个选项'],
  ])('refuses %s as a wrong call', async (line, message) => {
    const { code, out, err } = await run(line);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });

  it('says which codes change nothing', async () => {
    const { code, err } = await run('--scheme other --tier red --code CP-FLIGHT --code NOPE');
    expect([code, err]).toEqual([0, '不是逃匿或减半情节的编码，不影响分送：NOPE\n']);
  });

  it('explains every option', () => {
    for (const option of 'scheme tier region address feed medium code flight config at'.split(' '))
      expect(routeCommand.help).toContain(`--${option}`);
  });
});
