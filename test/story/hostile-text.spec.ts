import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { readFile, readdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { simpleParser } from 'mailparser';
import type { Browser, Page } from 'playwright-core';
import { partsOf } from '../../libs/papers/src/zip/restamp.js';
import { describeWithBrowser } from '../support/browser.js';
import { Guest } from '../support/guest.js';
import { hostile, hostileName, hostilePayload, RAN, type Field } from '../support/hostile.js';
import { report, TODAY, writeAsAdministrator, writeAsOfficer } from '../support/hostile-writing.js';
import { AppProcess, until } from '../support/process.js';

jest.setTimeout(180_000);

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
  '/api/audit/export': `?from=${TODAY}&to=${TODAY}`,
  '/api/ledger/export': `?from=${TODAY}&to=${TODAY}`,
  '/api/ledger/duties/export': `?from=${TODAY}&to=${TODAY}`,
  '/api/ledger/findings/export': `?from=${TODAY}&to=${TODAY}&verdict=confirmed`,
};

/** Lists in whose files such a text has to stand. */
const HOLDING = [
  ...['alerts', 'entities', 'duties', 'meetings', 'notices', 'bulletins', 'silences', 'editions'],
  ...['dead-letters', 'reconciliation/lines', 'sources', 'tips', 'units/scjgj/inbox'],
  ...['ledger/duties', 'accounts', 'tokens', 'audit', 'vault/requests'],
];

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly required?: boolean }[];
}

/** A screen, what it needs, and where it is visited; some more than once, with something opened beside the list. */
interface Stop {
  readonly path: string;
  readonly needs: string;
  readonly address: string;
}

/** Screens on which stands nothing that anybody wrote here. */
const SILENT: readonly string[] = [
  ...['situation', 'situation/wall', 'entry', 'licensed', 'ledger', 'rules', 'lexicon'],
  ...['draft', 'roles', 'health', 'calendar'],
];

async function stopsAt(addresses: Readonly<Record<string, readonly string[]>>): Promise<Stop[]> {
  const screens = await readFile('apps/console/src/screens.ts', 'utf8');
  const found = [...screens.matchAll(/path: '([^']+)'[^}]*? needs: '([^']+)'/g)];
  expect(found.length).toBe(screens.split('Component: lazy').length - 1);
  return found.flatMap(([, path = '', needs = '']) =>
    (addresses[path] ?? [path]).map((address) => ({ path, needs, address })),
  );
}

describeWithBrowser('a text that wants to be more than a text', (launch) => {
  let dir: string;
  let app: AppProcess;
  let url: string;
  let browser: Browser;
  let page: Page;
  let officer: Guest;
  let guests: readonly Guest[];
  const ids = {
    alert: '',
    entity: '',
    special: '',
    meeting: '',
    edition: '',
    job: '',
    account: '',
  };
  const dialogs: string[] = [];
  const strangers: string[] = [];

  /** A browser in which somebody is signed in. */
  async function pageOf({ cookie }: Guest): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
    const opened = await context.newPage();
    opened.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    opened.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== url) strangers.push(request.url());
    });
    return opened;
  }

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-hostile-'));
    app = await AppProcess.start('standalone', { RISK_DATA: dir, RISK_SAMPLES: 'off', PORT: '0' });
    url = await app.url();
    const guest = (name: string, roles?: readonly string[]) =>
      Guest.of(url, dir, { name: hostileName(name), ...(roles && { roles }) });
    officer = await guest('officer');
    guests = [
      officer,
      await guest('system', ['system-admin']),
      await guest('auditor', ['auditor']),
    ];
    browser = await launch();
    page = await pageOf(officer);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
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
    expect(await officer.tell(`/api/feeds/${feed}`, record)).toMatchObject({
      ...{ stored: 1, deadLettered: 0 },
    });
  });

  it('is refused as what it is not, and waits as a text among the dead letters', async () => {
    const broken = {
      source: hostile('source').slice(0, 60),
      sourceId: 'X',
      payload: hostile('payload'),
    };
    const answer = await officer.ask('/api/feeds/complaint', broken);
    expect(await answer.json()).toMatchObject({ deadLettered: 1 });
  });

  it('comes by the page of citizens, which gives it back as a text', async () => {
    const text = `${hostile('tip')}${FIRM}${LURE}`;
    const asked = await report(url, { text, name1: hostileName('target'), region: '431002' });
    expect(asked).toContain('&lt;img src=x');
    expect(asked).not.toContain('<img');
  });

  it('raises an alert like any other, and officials write down what it says', async () => {
    const { rows } = await officer.read<{
      rows: { id: string; entityId: string; entityName: string }[];
    }>('/api/alerts');
    const found = rows.find(({ entityName }) => entityName.includes(SHORT));
    expect(found?.entityName).toContain('<img src=x');
    const about = { alert: found!.id, entity: found!.entityId };
    Object.assign(ids, about, await writeAsOfficer(officer, about));
  });

  it('is what accounts and tokens are called', async () => {
    Object.assign(ids, await writeAsAdministrator(guests[1]!));
  });

  it('runs on no screen of the workbench, whoever it is that may open it', async () => {
    const firstOf = async (path: string) =>
      (await officer.read<{ rows: { id: string }[] }>(path)).rows[0]?.id ?? 'none';
    const message = await firstOf('/api/units/scjgj/inbox');
    const stops = await stopsAt({
      'alerts/:id': [`alerts/${ids.alert}`],
      'entities/:id': [`entities/${ids.entity}`],
      'bulletins/:id': [`bulletins/${ids.special}`],
      'meetings/:id': [`meetings/${ids.meeting}`],
      'editions/:id': [`editions/${ids.edition}`],
      'tips/:id': [`tips/${await firstOf('/api/tips')}`],
      'rules/:id': ['rules/AD-GUARANTEE'],
      inbox: ['inbox?unit=scjgj'],
      'inbox/:unit/:id': [`inbox/scjgj/${message}`],
      queue: ['queue?whose=all'],
      import: [`import?job=${ids.job}`],
      accounts: ['accounts', `accounts?account=${ids.account}`],
      notices: ['notices', `notices?notice=${await firstOf('/api/notices')}`],
      'dead-letters': [`dead-letters?letter=${await firstOf('/api/dead-letters')}`],
    });
    const open = await Promise.all(
      guests.map(async (guest) => ({
        may: await guest.permissions(),
        page: guest === officer ? page : await pageOf(guest),
      })),
    );
    for (const { path, needs, address } of stops) {
      expect(address).not.toContain(':');
      const visitor = open.find(({ may }) => may.has(needs));
      expect([path, visitor === undefined]).toEqual([path, false]);
      await visit(visitor!.page, address, SILENT.includes(path));
    }
  });

  /** The screen is there, says what was written or nothing of it, and holds nothing that runs. */
  async function visit(opened: Page, address: string, isSilent: boolean): Promise<void> {
    await opened.goto(`${url}/workbench/${address}`);
    const main = opened.locator('main');
    if (isSilent) await opened.waitForLoadState('networkidle');
    else await main.filter({ hasText: '<img src=x' }).waitFor();
    const found = {
      isSilent: !(await main.innerText()).includes('<img src=x'),
      mishaps: await main.locator('.mishap, .ant-alert-error').allInnerTexts(),
      ...(await opened.evaluate<object>(FOREIGN)),
    };
    expect([address, found]).toEqual([address, { isSilent, mishaps: [], ...CLEAN }]);
  }

  it('runs nowhere in what a text that is tried amounts to', async () => {
    await page.goto(`${url}/workbench/try`);
    await page
      .locator('main textarea')
      .first()
      .fill(`${hostile('tried')}${LURE}`);
    await page.locator('main mark').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('<img src=x');
    expect(await page.evaluate(FOREIGN)).toEqual(CLEAN);
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
    const { paths } = await officer.read<{ paths: Record<string, { get?: Operation }> }>(
      '/api/openapi.json',
    );
    const doors = Object.entries(paths)
      .filter(([path, { get }]) => path.endsWith('/export') && get && !path.includes('{'))
      .map(([path]) => path)
      .concat('/api/units/scjgj/inbox/export', '/api/codes/AD-GUARANTEE/strikes/export');
    expect(doors.length).toBeGreaterThan(15);
    const holding: string[] = [];
    for (const door of doors) {
      const answer = await openTo(door + (NEEDED[door] ?? ''));
      expect([door, answer.status]).toEqual([door, 200]);
      const cells = await cellsOf(Buffer.from(await answer.arrayBuffer()));
      expect([door, cells.filter(runs)]).toEqual([door, []]);
      if (cells.some(({ text }) => text.includes('<img src=x'))) holding.push(door);
    }
    for (const name of HOLDING) expect(holding).toContain(`/api/${name}/export`);
  });

  /** Asks as whoever may ask. */
  async function openTo(path: string): Promise<Response> {
    const [first, ...others] = await Promise.all(guests.map((guest) => guest.ask(path)));
    return others.find(({ status }) => first!.status === 403 && status !== 403) ?? first!;
  }

  it('is text alone in the files of a bulletin', async () => {
    const { files } = await officer.read<{ files: { name: string }[] }>(
      `/api/bulletins/${ids.special}`,
    );
    const names = files.map(({ name }) => name);
    expect(names.map((name) => name.split('.').at(-1))).toEqual(
      expect.arrayContaining(['docx', 'pdf', 'html']),
    );
    for (const name of names) {
      const answer = await officer.ask(
        `/api/bulletins/${ids.special}/files/${encodeURIComponent(name)}`,
      );
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (name.endsWith('.html')) await runsInNoMail(bytes.toString());
      if (name.endsWith('.pdf'))
        expect(bytes.toString('latin1')).not.toMatch(/\/JavaScript|\/JS\b/);
      if (name.endsWith('.docx')) await isTextAlone(bytes);
    }
  });

  it('is text alone in the minutes of a meeting', async () => {
    const answer = await officer.ask(`/api/meetings/${ids.meeting}/papers/minutes`, {});
    await isTextAlone(Buffer.from(await answer.arrayBuffer()));
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
