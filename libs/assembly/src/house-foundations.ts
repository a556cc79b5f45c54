import { Reconcile } from '@risk/intake';
import { SystemClock, type Clock, type Log } from '@risk/kit';
import { Meters } from '@risk/metrics';
import type { VaultKeyRing } from '@risk/settings';
import { type Environment } from '@risk/settings';
import type { Database, VaultCipher } from '@risk/store';
import {
  PgAlertSubjects,
  PgAttachments,
  PgDeadLetters,
  PgDeskLists,
  PgExplanation,
  PgKnownReporters,
  PgLedger,
  PgOverview,
  PgUnitOfWork,
  PgVitals,
} from '@risk/store';
import { guardReporters } from './guard-reporters.js';
import { houseAccess } from './access/house-access.js';
import { tieAlerts } from './alert-desk.js';
import { tieAudit } from './audit/tie-audit.js';
import { TellCalendar } from './calendar/tell-calendar.js';
import { tieCases } from './case-desk.js';
import { type Engines } from './compile-engines.js';
import { tieSituation, type TellSituation } from './situation.js';
import { House } from './house.js';
import { tieHouseState } from './house-state/tie-house-state.js';
import type { TellHouseState } from './house-state/tell-house-state.js';
import { tieEntities } from './entities/entity-desk.js';
import { regionNameIn } from './region-name.js';
import { tieDesks } from './tie-desks.js';
import { tieTips } from './tie-tips.js';
import { tieVault } from './vault-desk.js';
import type { HouseOptions } from './house-options.js';

/** What a house stands on before records come in: its clock, its database, and the desks of people. */
export abstract class HouseFoundations extends House {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly log: Log;
  readonly sources: House['sources'];
  readonly work: PgUnitOfWork;
  readonly deadLetters: PgDeadLetters;
  readonly reconcile: Reconcile;
  readonly access: House['access'];
  readonly overview: PgOverview;
  readonly situation: TellSituation;
  readonly vitals: PgVitals;
  readonly running: TellHouseState;
  readonly calendar: TellCalendar;
  readonly explanation: PgExplanation;
  readonly entities: House['entities'];
  readonly alerts: House['alerts'];
  readonly cases: House['cases'];
  readonly desk: House['desk'];
  readonly letters: House['letters'];
  readonly deskLists: PgDeskLists;
  readonly cipher: VaultCipher;
  readonly vault: House['vault'];
  readonly tips: House['tips'];
  readonly audit: House['audit'];
  readonly attachments: PgAttachments;
  readonly databaseUrl: string;
  readonly meters = new Meters();
  readonly regionName = (code: string | null): string =>
    regionNameIn(this.engines.routing.regions, code);

  constructor(
    protected readonly options: HouseOptions,
    readonly engines: Engines,
    vault: { readonly cipher: VaultCipher; readonly keys: VaultKeyRing },
    readonly database: Database,
    readonly regions: unknown,
  ) {
    super();
    this.cipher = vault.cipher;
    this.environment = options.environment;
    this.databaseUrl = options.databaseUrl;
    this.clock = options.clock ?? new SystemClock();
    this.log = options.log;
    this.sources = engines.sources;
    this.work = new PgUnitOfWork(database);
    this.overview = new PgOverview(database);
    this.vitals = new PgVitals(database, this.environment.kafkaBrokers !== null);
    this.running = tieHouseState(this);
    this.calendar = new TellCalendar(engines.routing, this.clock);
    this.explanation = new PgExplanation(database, this.cipher);
    this.entities = tieEntities(this);
    this.access = houseAccess(this);
    this.alerts = guardReporters(tieAlerts(this), {
      reporters: new PgKnownReporters(database, this.cipher),
      subjects: new PgAlertSubjects(database),
    });
    this.cases = tieCases(this, this.alerts.heeding);
    this.situation = tieSituation(this);
    this.vault = tieVault(this, vault.keys, engines.lookPolicy);
    this.audit = tieAudit(this);
    this.tips = tieTips(this, (items) => this.inlet.accept(items));
    this.attachments = new PgAttachments(database, this.cipher);
    this.deskLists = new PgDeskLists(database);
    ({ desk: this.desk, letters: this.letters } = tieDesks(this));
    this.deadLetters = new PgDeadLetters(database, this.cipher);
    this.reconcile = new Reconcile(new PgLedger(database));
  }
}
