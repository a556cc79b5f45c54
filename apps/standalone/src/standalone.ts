import { join } from 'node:path';
import {
  HouseModule,
  openHouse,
  PinoLog,
  runningHouse,
  tellMetrics,
  type House,
  type ToldMetrics,
} from '@risk/assembly';
import { EmbeddedPostgres } from '@risk/embedded';
import { readEnvironment, type Environment } from '@risk/settings';
import { ApiModule } from '../../api/src/api.module.js';
import { startApi, type RunningApi } from '../../api/src/start-api.js';
import { ClockModule } from '../../clock/src/clock.module.js';
import { PipelineModule } from '../../pipeline/src/pipeline.module.js';
import { ProgressBar } from './progress-bar.js';
import { playSamples } from './play-samples.js';
import { welcome } from './welcome.js';

/** Where the standalone app speaks. */
export interface Voice {
  /** For people, on stderr. */
  readonly say: (line: string) => void;
  /** The contract's lines, on stdout. */
  readonly announce: (line: string) => void;
}

/** The whole house in one process: database, doors, pipeline and clock. */
export class Standalone {
  private postgres: EmbeddedPostgres | null = null;
  private house: House | null = null;
  private api: RunningApi | null = null;
  private metrics: ToldMetrics | null = null;
  private environment: Environment | null = null;

  constructor(private readonly voice: Voice) {}

  async start(): Promise<void> {
    const environment = readEnvironment();
    this.environment = environment;
    const log = new PinoLog('risk', 'warn');
    const databaseUrl = environment.databaseUrl ?? (await this.startPostgres(environment));
    const house = await openHouse({ environment, databaseUrl, log, staysOpen: true });
    this.house = house;
    await playSamples(house, new ProgressBar(process.stderr), this.voice.say);

    const rooms = HouseModule.around(house, ApiModule, ClockModule, PipelineModule);
    this.api = await startApi(rooms, house, log);
    this.metrics = await tellMetrics(house);
    const { url, takenPort } = this.api;
    await runningHouse.note(environment, { pid: process.pid, databaseUrl, address: url });
    if (takenPort !== null) this.voice.say(`端口 ${takenPort} 已被占用，改用 ${url}`);
    if (this.metrics) this.voice.say(`指标和健康检查：${this.metrics.url}/metrics`);
    this.voice.announce(`ready ${url}`);
    this.voice.say(await welcome(house, this.api));
  }

  /** Closes in the order opposite to the opening; a second call waits for nothing more. */
  async stop(): Promise<void> {
    this.voice.say('正在停止……');
    await this.metrics?.close();
    await this.api?.close();
    await this.house?.close();
    if (this.api && this.environment) await runningHouse.forget(this.environment);
    await this.postgres?.stop();
    this.voice.say('已停止，数据完好。');
  }

  private async startPostgres({ dataDir }: Environment): Promise<string> {
    this.postgres = new EmbeddedPostgres({
      dataDir: join(dataDir, 'postgres'),
      log: this.voice.say,
      onCrash: (why) => void this.revive(why),
    });
    return (await this.postgres.start()).url;
  }

  /** A crashed server is started again at the same place; the pool reconnects by itself. */
  private async revive(why: string): Promise<void> {
    this.voice.say(why);
    try {
      await this.postgres?.start();
      this.voice.say('数据库已重新启动，已提交的数据完好');
    } catch (error) {
      this.voice.say(`数据库未能重新启动：${String(error)}`);
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM');
    }
  }
}
