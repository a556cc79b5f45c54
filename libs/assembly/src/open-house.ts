import { join } from 'node:path';
import type { DeliverNotices, RaiseAlerts } from '@risk/alerting';
import type { AssessRecords, KeptCuts } from '@risk/assessment';
import { PollFrontTables } from '@risk/intake';
import { type Clock } from '@risk/kit';
import { loadConfig, VaultKeyRing, type ConfigFolder } from '@risk/settings';
import {
  Database,
  migrate,
  PgCuts,
  PgStrikes,
  PgFrontTables,
  PgVaultKeys,
  removeSamples,
  VaultCipher,
  type RemovedSamples,
} from '@risk/store';

import { pressFor } from './bulletins/press-for.js';
import { tieBulletins } from './bulletins/tie-bulletins.js';
import { compileEngines } from './compile-engines.js';
import { describeDoors } from './describe-doors.js';
import type { House } from './house.js';
import { type Probe } from './house.js';
import { DirectInlet, type Inlet } from './inlet.js';
import { tieIntake } from './intake/tie-intake.js';
import { KafkaInlet } from './kafka-inlet.js';
import { metered } from './metered-process.js';
import { NoteDebuts } from './note-debuts.js';
import type { BatchPath, ProcessBatch } from './process-batch.js';
import { remeasure } from './remeasure.js';
import { ReplayDeadLetters } from './replay-dead-letters.js';
import { tieFigures } from './drafts/tie-figures.js';
import { tieDelivery } from './tie-delivery.js';
import { tieAssessment, tieLine, tieReading } from './tie-line.js';
import { tieCapacity, tieLicences, tieRefresh, tieSilence } from './tie-measures.js';
import { tieVersions, type TiedVersions } from './tie-versions.js';
import { marksOf, type FolderMarks } from './versions-in-force.js';
import { HouseFoundations } from './house-foundations.js';
import type { HouseOptions } from './house-options.js';

/** Opens the house: reads and checks the configuration, migrates, ties ports to hands. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { environment, log } = options;
  const marks = await marksOf(environment.configDir);
  const config = await loadConfig(environment.configDir);
  const engines = compileEngines(config);
  const keys = await VaultKeyRing.open(environment);
  const cipher = new VaultCipher(keys);
  const database = options.database ?? (await Database.open({ url: options.databaseUrl }));
  try {
    await migrate(database, log);
    await new PgVaultKeys(database, cipher).guardPseudonyms();
    const house = new TiedHouse(
      options,
      engines,
      { cipher, keys },
      database,
      config.regions.content,
    );
    if (options.staysOpen === true) await house.settle(config, marks);
    else await house.join(config);
    return house;
  } catch (error) {
    if (!options.database) await database.close();
    throw error;
  }
}

class TiedHouse extends HouseFoundations {
  readonly documents = describeDoors();
  readonly inlet: Inlet;
  readonly process: BatchPath;
  readonly replay: ReplayDeadLetters;
  readonly intake: House['intake'];
  readonly notices: House['notices'];
  readonly bulletins: House['bulletins'];
  address: string | null;
  readonly deliver: DeliverNotices;
  readonly watchSilence: House['watchSilence'];
  readonly watchLicences: House['watchLicences'];
  readonly keepWithinCapacity: House['keepWithinCapacity'];
  readonly pollTables: PollFrontTables;
  readonly mailFolder: string | null;
  readonly refreshIndices: House['refreshIndices'];
  readonly noteDebuts: House['noteDebuts'];
  readonly editions: House['editions'];
  readonly strikes: PgStrikes;
  readonly figures: House['figures'];
  readonly memory: House['memory'];
  readonly past: House['past'];
  readonly backtest: House['backtest'];
  private readonly tied: TiedVersions;
  private readonly assess: AssessRecords;
  private readonly probes: Probe[] = [];
  private readonly closers: (() => Promise<void> | void)[] = [];

  constructor(...foundations: ConstructorParameters<typeof HouseFoundations>) {
    super(...foundations);
    const { engines, database, options } = this;
    this.tied = tieVersions(this);
    ({ memory: this.memory, past: this.past, editions: this.editions } = this.tied);
    this.backtest = this.tied.backtest;
    this.strikes = new PgStrikes(database);
    this.figures = tieFigures(this);
    this.closers.push(this.tied.close);
    this.watchSilence = tieSilence(this);
    this.pollTables = this.tieTables();
    this.assess = tieAssessment(this, this.clock);
    const measured = { assess: this.assess, raise: this.tieAlerts(this.clock) };
    this.refreshIndices = tieRefresh(this, measured);
    this.noteDebuts = new NoteDebuts(engines, this.work, this.clock);
    this.watchLicences = tieLicences(this, measured);
    this.keepWithinCapacity = tieCapacity(this, measured);
    this.process = metered(this.processAt(this.clock), this.meters, this.clock);
    const reading = tieReading(this);
    this.intake = tieIntake(this, reading);
    this.replay = new ReplayDeadLetters(
      this.deadLetters,
      { ...reading, remap: this.intake.remap },
      this.process,
      this,
    );
    this.closers.push(() => this.intake.imports.close());
    this.inlet = this.tieInlet();
    this.mailFolder =
      this.environment.smtpUrl === null ? join(this.environment.dataDir, 'mail') : null;
    this.address = this.environment.publicUrl;
    this.notices = tieDelivery(this, options.notifier);
    this.bulletins = tieBulletins(this, pressFor(options.staysOpen === true, this.closers));
    this.deliver = this.notices.deliver;
    this.watch(() => this.notices.watch.missing());
    this.closers.push(
      () => this.deliver.idle(),
      () => this.audit.record.idle(),
    );
  }

  async missing(): Promise<string[]> {
    const answers = await Promise.all([
      this.databaseMissing(),
      ...this.probes.map((probe) => probe()),
    ]);
    return answers.filter((answer) => answer !== null);
  }

  watch(probe: Probe): void {
    this.probes.push(probe);
  }

  processAt(clock: Clock): ProcessBatch {
    return tieLine(this, this.tieAlerts(clock), clock);
  }

  cutsAt(at: Date): Promise<KeptCuts | null> {
    return this.work.run((tx) => new PgCuts().at(tx, at));
  }

  async removeSamples(): Promise<RemovedSamples> {
    const samples = [...this.sources.values()].filter((s) => s.sample).map((s) => s.name);
    return this.work.run(async (tx) => {
      const { mixed, ...removed } = await removeSamples(tx, samples);
      // A real firm whose alert was born from a sample gets one of its own, if the rest still says so.
      await remeasure({ assess: this.assess, raise: this.tieAlerts(this.clock) }, tx, mixed);
      return removed;
    });
  }

  /** From the marks of the files on that what is in force was read from. */
  async settle(config: ConfigFolder, marks: FolderMarks): Promise<void> {
    this.meters.watchProcess();
    await this.tied.versions.settle(config);
    this.closers.push(...this.tied.versions.follow(config.dir, marks));
  }

  join(config: ConfigFolder): Promise<void> {
    return this.tied.versions.join(config);
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
    if (!this.options.database) await this.database.close();
  }

  private async databaseMissing(): Promise<string | null> {
    try {
      await this.database.rows('select 1');
      return null;
    } catch {
      return '数据库不可用';
    }
  }

  private tieAlerts(clock: Clock): RaiseAlerts {
    return this.alerts.at(clock).raising;
  }

  /** The pool of a front-end database connects at its first query: it may be down when the house opens. */
  private tieTables(): PollFrontTables {
    const { frontDatabaseUrl } = this.environment;
    const front =
      frontDatabaseUrl === null
        ? this.database
        : Database.at({ url: frontDatabaseUrl, poolSize: 2 });
    if (front !== this.database) this.closers.push(() => front.close());
    const store = new PgFrontTables(this.database, front);
    return new PollFrontTables(store, this.engines, (items) => this.inlet.accept(items), this);
  }

  private tieInlet(): Inlet {
    const kafka = KafkaInlet.over(this.environment, this.log);
    if (!kafka) return new DirectInlet(this.process);
    this.closers.push(() => kafka.close());
    return kafka;
  }
}
