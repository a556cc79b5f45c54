import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { readFile, readdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { simpleParser } from 'mailparser';
import type { BrowserContext, Page } from 'playwright-core';
import { partsOf } from '../../libs/papers/src/zip/restamp.js';
import { describeWithBrowser } from '../support/browser.js';
import { hostile, hostilePayload, RAN, type Field } from '../support/hostile.js';
import { AppProcess, until } from '../support/process.js';
import { signedIn } from '../support/sign-in.js';

jest.setTimeout(180_000);

const TODAY = new Date().toISOString().slice(0, 10);
const LURE =
  '承诺保本保息，月息3分，年化收益36%，拉人头返利，老板已经跑路失联，80名老人投了500万元取不出来。';
const FIRM = `${hostile('firm')}郴州金穗源财富管理有限公司`;
const SHORT = '郴州金穗源财富管理有限公司';

/** What has to stand there so that the record is about somebody, says something and is dated. */
const GIVEN = {
  registration: {
    ...{ event: 'establish', name: FIRM, regionCode: '431002', establishedOn: TODAY },
    ...{ 'changes[].on': TODAY, businessScope: `${hostile('businessScope')}投资理财，财富管理` },
  },
  complaint: {
    ...{ text: `${hostile('text')}${FIRM}${LURE}`, regionCode: '431002' },
    ...{ 'targets[].name': FIRM, amount: 5_000_000, people: 80 },
  },
  advertisement: {
    ...{ text: `${hostile('text')}${LURE}`, regionCode: '431002', publishedOn: TODAY },
    ...{ url: `javascript:window.${RAN}='url'`, 'advertiser.name': FIRM },
  },
} as const;
const SOURCES = {
  ...{ registration: 'gsj-registration', complaint: 'hotline-12345', advertisement: 'ad-monitor' },
} as const;
const FEEDS = ['registration', 'complaint', 'advertisement'] as const;

/** What a page holds that no text may make: scripts without our nonce, pictures that fail, addresses that run. */
const FOREIGN = `(() => ({
  ran: window.${RAN} ?? null,
  planted: document.querySelectorAll('img[src="x"], img[onerror], [onerror], [onload]').length,
  scripts: [...document.scripts].filter(({ textContent }) => textContent.includes('${RAN}')).length,
  links: [...document.querySelectorAll('a[href], form[action]')]
    .map((one) => one.getAttribute('href') ?? one.getAttribute('action'))
    .filter((address) => /^\\s*(javascript|data|vbscript):/i.test(address)),
}))()`;
const CLEAN = { ran: null, planted: 0, scripts: 0, links: [] };

/** What some lists cannot do without. */
const NEEDED: Readonly<Record<string, string>> = {
  '/api/ledger/export': `?from=${TODAY}&to=${TODAY}`,
  '/api/ledger/duties/export': `?from=${TODAY}&to=${TODAY}`,
  '/api/ledger/findings/export': `?from=${TODAY}&to=${TODAY}&verdict=confirmed`,
};

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly required?: boolean }[];
}

describeWithBrowser('a text that wants to be more than a text', (launch) => {
  let dir: string;
  let app: AppProcess;
  let url: string;
  let cookie: string;
  let context: BrowserContext;
  let page: Page;
  const ids = { alert: '', entity: '', special: '', meeting: '' };
  const dialogs: string[] = [];
  const strangers: string[] = [];

  const ask = (path: string, told?: object) =>
    fetch(`${url}${path}`, {
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      ...(told && { method: 'POST', body: JSON.stringify(told) }),
    });
  const read = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>;
  const tell = async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await ask(path, body);
    const said = await answer.text();
    expect([path, answer.status < 500, said]).toEqual([path, true, said]);
    return JSON.parse(said) as { id: string };
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-hostile-'));
    app = await AppProcess.start('standalone', { RISK_DATA: dir, RISK_SAMPLES: 'off', PORT: '0' });
    url = await app.url();
    ({ cookie } = await signedIn(dir, { name: hostile('officer').slice(0, 40) }));
    const browser = await launch();
    context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
    page = await context.newPage();
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== url) strangers.push(request.url());
    });
  }, 180_000);
  afterAll(async () => {
    await context.browser()?.close();
    await app.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  it.each(FEEDS)('comes in by every field of a %s', async (feed) => {
    const schema = JSON.parse(
      await readFile(`docs/schemas/${feed}.schema.json`, 'utf8'),
    ) as Field & { readonly properties: { readonly payload: Field } };
    const record = {
      ...{ source: SOURCES[feed], sourceId: hostile(feed), related: [hostile('related')] },
      occurredAt: new Date().toISOString(),
      payload: hostilePayload(schema.properties.payload, GIVEN[feed]),
    };
    expect(await tell(`/api/feeds/${feed}`, record)).toMatchObject({ stored: 1, deadLettered: 0 });
  });

  it('is refused as what it is not, and waits as a text among the dead letters', async () => {
    const broken = {
      source: hostile('source').slice(0, 60),
      sourceId: 'X',
      payload: hostile('payload'),
    };
    expect(await tell('/api/feeds/complaint', broken)).toMatchObject({ deadLettered: 1 });
  });

  it('raises an alert like any other, and officials write down what it says', async () => {
    const { rows } = await read<{ rows: { id: string; entityId: string; entityName: string }[] }>(
      '/api/alerts',
    );
    const found = rows.find(({ entityName }) => entityName.includes(SHORT));
    expect(found?.entityName).toContain('<img src=x');
    Object.assign(ids, { alert: found!.id, entity: found!.entityId });
    const special = await tell('/api/bulletins', {
      entityId: ids.entity,
      because: hostile('because'),
    });
    const meeting = await tell('/api/meetings', {
      ...{ heldOn: TODAY, chair: hostile('chair').slice(0, 60), because: hostile('because') },
    });
    Object.assign(ids, { special: special.id, meeting: meeting.id });
  });

  it('runs on no screen of the workbench', async () => {
    const inbox = await read<{ rows: { id: string }[] }>('/api/units/scjgj/inbox');
    const places: Readonly<Record<string, string>> = {
      'alerts/:id': `alerts/${ids.alert}`,
      'entities/:id': `entities/${ids.entity}`,
      'bulletins/:id': `bulletins/${ids.special}`,
      'meetings/:id': `meetings/${ids.meeting}`,
      'inbox/:unit/:id': `inbox/scjgj/${inbox.rows[0]?.id ?? '1'}`,
      'rules/:id': 'rules/AD-GUARANTEE',
      ...{ 'editions/:id': 'editions/1', 'tips/:id': 'tips/1' },
    };
    const screens = await readFile('apps/console/src/screens.ts', 'utf8');
    const paths = [...screens.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(25);
    const seen: string[] = [];
    for (const path of paths) {
      const place = places[path] ?? path;
      expect(place).not.toContain(':');
      await page.goto(`${url}/workbench/${place}${path === 'queue' ? '?whose=all' : ''}`);
      await page.locator('main').waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      expect([path, await page.evaluate(FOREIGN)]).toEqual([path, CLEAN]);
      if ((await page.locator('main').innerText()).includes('<img src=x')) seen.push(path);
    }
    expect(seen).toEqual(
      expect.arrayContaining(['queue', 'alerts/:id', 'entities', 'entities/:id', 'bulletins/:id']),
    );
  });

  it('runs on no page without the workbench', async () => {
    const pages = [
      ...[
        '/',
        `/alerts/${ids.alert}`,
        '/notices',
        '/notices/1',
        '/duties',
        '/units',
        '/units/scjgj',
      ],
      ...['/silences', '/ledger', '/meetings', '/bulletins', `/bulletins/${ids.special}`],
      ...[`/bulletins/${ids.special}/text`, '/editions'],
    ];
    for (const path of pages) {
      const answer = await page.goto(`${url}${path}`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      expect([path, await page.evaluate(FOREIGN)]).toEqual([path, CLEAN]);
    }
  });

  it('is no head and no picture of any mail, and mails show it as it was written', async () => {
    const folder = join(dir, 'mail');
    const names = async () =>
      (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
    await until(async () => (await names()).length > 0);
    const mails = await Promise.all(
      (await names()).map(async (name) => simpleParser(await readFile(join(folder, name)))),
    );
    const about = mails.filter(({ text }) => text?.includes(SHORT));
    expect(about.length).toBeGreaterThan(0);
    for (const { subject, html } of mails) {
      expect(subject ?? '').not.toMatch(/[\r\n]/);
      await runsInNoMail(html === false ? '' : (html ?? ''));
    }
  });

  async function runsInNoMail(html: string): Promise<void> {
    await page.goto('about:blank');
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    expect(await page.evaluate(FOREIGN)).toEqual(CLEAN);
  }

  it('is no formula in any file that lists are saved as', async () => {
    const { paths } = await read<{ paths: Record<string, { get?: Operation }> }>(
      '/api/openapi.json',
    );
    const doors = Object.entries(paths)
      .filter(([path, { get }]) => path.endsWith('/export') && get && !path.includes('{'))
      .map(([path]) => path)
      .concat('/api/units/scjgj/inbox/export', '/api/codes/AD-GUARANTEE/strikes/export')
      .filter((path) => !/^\/api\/(audit|accounts|tokens)\//.test(path));
    expect(doors.length).toBeGreaterThan(12);
    const holding: string[] = [];
    for (const door of doors) {
      const answer = await ask(door + (NEEDED[door] ?? ''));
      expect([door, answer.status]).toEqual([door, 200]);
      const cells = await cellsOf(Buffer.from(await answer.arrayBuffer()));
      expect([door, cells.filter(runs)]).toEqual([door, []]);
      if (cells.some(({ text }) => text.includes('<img src=x'))) holding.push(door);
    }
    expect(holding).toEqual(expect.arrayContaining(['/api/alerts/export', '/api/entities/export']));
  });

  it('is text alone in the files of a bulletin', async () => {
    const { files } = await read<{ files: { name: string }[] }>(`/api/bulletins/${ids.special}`);
    const names = files.map(({ name }) => name);
    expect(names.map((name) => name.split('.').at(-1))).toEqual(
      expect.arrayContaining(['docx', 'pdf', 'html']),
    );
    for (const name of names) {
      const answer = await ask(`/api/bulletins/${ids.special}/files/${encodeURIComponent(name)}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (name.endsWith('.html')) await runsInNoMail(bytes.toString());
      if (name.endsWith('.pdf'))
        expect(bytes.toString('latin1')).not.toMatch(/\/JavaScript|\/JS\b/);
      if (name.endsWith('.docx')) await isTextAlone(bytes);
    }
  });

  /** Fields are how a document runs something; relations to the outside are how it asks somebody else. */
  async function isTextAlone(docx: Buffer): Promise<void> {
    const parts = await partsOf(docx);
    const body = parts.find(({ name }) => name === 'word/document.xml')!.bytes.toString();
    expect(body).toContain('&lt;img src=x');
    expect(body).not.toMatch(/<img|<script|HYPERLINK|DDEAUTO/);
    for (const { name, bytes } of parts)
      if (name.endsWith('.rels')) expect(bytes.toString()).not.toContain('TargetMode="External"');
  }

  it('opened no dialog and asked nobody else', () => {
    expect({ dialogs, strangers }).toEqual({ dialogs: [], strangers: [] });
  });
});

interface Read {
  readonly text: string;
  readonly isFormula: boolean;
}

async function cellsOf(xlsx: Buffer): Promise<readonly Read[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(xlsx as unknown as ArrayBuffer);
  const cells: Read[] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const isFormula = cell.type === ExcelJS.ValueType.Formula;
        cells.push({ text: typeof cell.value === 'string' ? cell.value : '', isFormula });
      });
    });
  return cells;
}

/** A spreadsheet would work it out instead of showing it. */
const runs = ({ text, isFormula }: Read): boolean =>
  isFormula || /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text);
