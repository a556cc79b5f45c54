import { loadConfig } from '@risk/settings';
import type { NoteRequest } from '@risk/cases';
import { compileHandling, compileRegions, compileRouting, compileUnits } from '@risk/routing';
import { PgAttachments, PgKnownReporters, PgReporterVault, VaultCipher } from '@risk/store';
import { verdict } from '../../../alerting/src/testing/verdicts.js';
import { feedRecord } from '../../../assessment/src/testing/judged.js';
import { Story } from '../../../assessment/src/testing/knowledge-bed.js';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { JsonPackages } from '../../../cases/src/testing/desk-bed.js';
import { emptyPgBed } from '../../../store/src/testing/pg-bed.js';
import type { storeDatabase } from '../../../store/src/testing/store-database.js';
import { tieAlerts } from '../alert-desk.js';
import type { Engines } from '../compile-engines.js';
import { AttachedEvidence, DutiesOnTheLadder, StepsByLife } from '../desk-ports.js';
import { tieLetters } from '../letter-desk.js';
import { RegisteredUnits, tieDesk } from '../tie-desk.js';

export const REPORTER = { name: '廖金雀', phone: '13907350000', idNumber: '43100219600101123X' };
export const OFFICERS = ['张某', '李某'];
export const FIRM = '郴州虚构聚财投资有限公司';
export const USCC = '91431002MA4L000017';

/** The routing of the city, without the words that take seconds to compile. */
export async function cityEngines(): Promise<Engines> {
  const config = await loadConfig('config');
  const handling = compileHandling(config.handling.content);
  const units = compileUnits(config.units.content, handling.channels);
  const regions = compileRegions(config.regions.content);
  const routing = compileRouting(config.routing.content, units, regions);
  return { routing, handling } as Partial<Engines> as Engines;
}

/** A real house over PostgreSQL with one firm, one red alert, and somebody who reported. */
export async function letterHouse(
  { database }: Awaited<ReturnType<typeof storeDatabase>>,
  engines: Engines,
) {
  const clock = new FakeClock('2026-11-27T10:00:00+08:00');
  const log = new FakeLog();
  const story = new Story(await emptyPgBed(database));
  const { work } = story.bed;
  const cipher = new VaultCipher(Buffer.alloc(32, 3));
  const alerts = tieAlerts({ engines, database, work, clock, log });
  const attachments = new PgAttachments(database, cipher);
  const ports = {
    steps: new StepsByLife(alerts),
    duties: new DutiesOnTheLadder(),
    shelf: new AttachedEvidence(attachments),
    packages: new JsonPackages(),
  };
  const desk = tieDesk({ database, work, clock, engines }, ports);
  const { units } = engines.routing;
  const letters = tieLetters({
    ...{ work, clock, log, attachments, ports },
    reporters: new PgKnownReporters(database, cipher),
    city: {
      units: new RegisteredUnits(units),
      office: units.office,
      regionName: (code) => (code === '431002' ? '北湖区' : '外地'),
    },
  });

  const entityId = await story.foundAs([`uscc:${USCC}`, `name:${FIRM}`], { name: FIRM });
  const payload = { name: FIRM, legalRepresentative: '李总', address: '郴州市北湖区某路1号' };
  const registration = feedRecord('registration', 'r1', { payload });
  await story.tell(registration, { about: [entityId], role: 'subject', signals: [] });
  await story.complaint(entityId, 'c1', { payload: { text: '举报' } });
  const [record] = await database.rows<{ id: string }>(
    `select id from record where feed = 'complaint'`,
  );
  const sealed = [{ recordId: record!.id, reporter: REPORTER, secret: false }];
  await work.run((tx) => new PgReporterVault(cipher).seal(tx, sealed));
  const red = { ...verdict(entityId, 'red'), name: FIRM, uscc: USCC };
  await work.run((tx) => alerts.raising.run(tx, [red]));
  const [alert] = await database.rows<{ id: string }>('select id from alert');
  const alertId = alert!.id;

  const latest = async (): Promise<string> => {
    const [row] = await database.rows<{ id: string }>('select max(id) as id from alert_change');
    return row!.id;
  };
  const open = async () =>
    desk.verifications.open({
      ...{ alertId, unit: 'jrb', officers: OFFICERS, by: '王某', because: '红色预警' },
      seen: await latest(),
    });
  const note = async (
    verificationId: string,
    what: NoteRequest['note'],
    seen: string | null,
    because = '现场核查',
  ): Promise<string> => {
    const told = { verificationId, note: what, by: '张某', because, corrects: null, seen };
    return (await desk.verifications.note(told)).id;
  };
  const end = async (
    verificationId: string,
    seenEntry: string,
    verdictOf: 'confirmed' | 'administrative' = 'confirmed',
    because = '三性具备',
  ) =>
    desk.verifications.conclude({
      ...{ verificationId, verdict: verdictOf, scheme: 'illegal-fundraising', exposedOn: null },
      ...{ losses: 1, people: 2, by: '张某', because },
      ...{ seen: await latest(), seenEntry, seenOutcome: null },
    });
  return {
    ...{ clock, log, story, database, work, alerts, attachments, desk, letters, cipher },
    ...{ entityId, alertId, latest, open, note, end },
  };
}
