#!/usr/bin/env node
// A real single-node Apache Kafka (KRaft) for development, tests and benches: Java and Maven are all it needs.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const POM = join(HERE, 'kafka-pom.xml');
const CACHE = resolve(HERE, '../.cache/kafka');
const READY = 'Kafka Server started';
const START_LIMIT = 90_000;
const STOP_LIMIT = 20_000;
// Any fixed id does: a single node meets no other cluster.
const CLUSTER_ID = 'cmlzay1sb2NhbC1rYWZrYQ';

/** Why Kafka cannot be started here, in Chinese; null when it can. */
export function kafkaMissing() {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.error)
    return '找不到 java（Kafka 4 需要 Java 17 以上，Debian：apt-get install openjdk-17-jre-headless）';
  const major = Number(/version "(\d+)/.exec(java.stderr)?.[1]);
  if (!(major >= 17)) return `java 版本过低（${major || '未知'}），Kafka 4 需要 17 以上`;
  if (fs.existsSync(jarsFolder())) return null;
  const maven = spawnSync('mvn', ['-version'], { encoding: 'utf8' });
  return maven.error
    ? '找不到 mvn（首次启动要用它从 Maven Central 取 Kafka；Debian：apt-get install maven）'
    : null;
}

function jarsFolder() {
  const version = /<artifactId>kafka_2\.13<\/artifactId>\s*<version>([^<]+)</.exec(
    fs.readFileSync(POM, 'utf8'),
  )[1];
  return join(CACHE, version);
}

/** Fetches the jars once; a folder under its final name is complete. */
async function fetchJars() {
  const folder = jarsFolder();
  if (fs.existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  fs.mkdirSync(draft, { recursive: true });
  const args = [
    '-q',
    '-B',
    '-f',
    POM,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${draft}`,
    '-DincludeScope=runtime',
  ];
  const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [maven.stdout, maven.stderr]) stream.on('data', (bytes) => (said += bytes));
  const [code] = await once(maven, 'close');
  if (code !== 0) throw new Error(`mvn 取 Kafka 失败（退出码 ${code}）：\n${said.slice(-2000)}`);
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error; // another process was first
  }
  return folder;
}

/** A TCP port of this machine that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const serverProperties = ({ dir, host, port, controllerPort }) =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${host}:${controllerPort}`,
    listeners: `PLAINTEXT://${host}:${port},CONTROLLER://${host}:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://${host}:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': join(dir, 'logs'),
    // After kill -9 the controller turns the broker away until its old session is over (default 9 s).
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    'auto.create.topics.enable': false,
    'num.partitions': 3,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 1,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

const javaArgs = (jars, heapMb) => [
  `-Xmx${heapMb}m`,
  '-XX:+UseSerialGC',
  '-Djava.awt.headless=true',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
  '-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS',
  '-cp',
  join(jars, '*'),
];

function format(jars, properties) {
  const args = [
    ...javaArgs(jars, 256),
    'kafka.tools.StorageTool',
    'format',
    '--ignore-formatted',
    '-t',
    CLUSTER_ID,
    '-c',
    properties,
  ];
  const done = spawnSync('java', args, { encoding: 'utf8' });
  if (done.status !== 0)
    throw new Error(`Kafka 数据目录格式化失败：\n${done.stdout}${done.stderr}`);
}

/** A broker that outlived its kill -9-ed parent would hold the folder's lock. */
function endLeftOver(dir) {
  const pidFile = join(dir, 'kafka.pid');
  if (!fs.existsSync(pidFile)) return;
  const pid = Number(fs.readFileSync(pidFile, 'utf8'));
  const commandLine = `/proc/${pid}/cmdline`;
  if (!fs.existsSync(commandLine)) return;
  if (fs.readFileSync(commandLine, 'utf8').includes(join(dir, 'server.properties')))
    process.kill(pid, 'SIGKILL');
}

async function untilReady(broker, log, from) {
  const deadline = Date.now() + START_LIMIT;
  const written = () => fs.readFileSync(log).subarray(from).toString('utf8');
  while (Date.now() < deadline) {
    if (written().includes(READY)) return;
    if (broker.exitCode !== null || broker.signalCode !== null) break;
    await sleep(50);
  }
  broker.kill('SIGKILL');
  throw new Error(
    `Kafka 没有启动成功，日志（${log}）末尾：\n${written().split('\n').slice(-20).join('\n')}`,
  );
}

/**
 * Starts Kafka on a folder of its own and resolves once it serves clients.
 * `kill` is kill -9, `restart` starts it again on the same folder and port.
 */
export async function startKafka({ dir, port, host = '127.0.0.1', heapMb = 512 }) {
  const folder = resolve(dir);
  fs.mkdirSync(folder, { recursive: true });
  endLeftOver(folder);
  const jars = await fetchJars();
  const clientPort = port ?? (await freePort());
  const properties = join(folder, 'server.properties');
  const log = join(folder, 'kafka.log');
  fs.writeFileSync(
    properties,
    serverProperties({ dir: folder, host, port: clientPort, controllerPort: await freePort() }),
  );
  format(jars, properties);

  let broker = null;
  const endWithParent = () => broker?.kill('SIGKILL');
  const launch = async () => {
    const output = fs.openSync(log, 'a');
    const from = fs.fstatSync(output).size;
    // A group of its own, so that Ctrl-C in a terminal reaches the parent first and it can stop in order.
    broker = spawn('java', [...javaArgs(jars, heapMb), 'kafka.Kafka', properties], {
      stdio: ['ignore', output, output],
      detached: true,
    });
    fs.closeSync(output);
    fs.writeFileSync(join(folder, 'kafka.pid'), String(broker.pid));
    await untilReady(broker, log, from);
  };
  const end = async (signal) => {
    const ending = broker;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exit = once(ending, 'exit');
    ending.kill(signal);
    const patience = setTimeout(() => ending.kill('SIGKILL'), STOP_LIMIT);
    await exit;
    clearTimeout(patience);
  };

  process.on('exit', endWithParent);
  await launch();
  return {
    brokers: [`${host}:${clientPort}`],
    port: clientPort,
    dir: folder,
    log,
    pid: () => broker.pid,
    stop: async () => {
      await end('SIGTERM');
      process.off('exit', endWithParent);
    },
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM');
      await launch();
    },
  };
}

const HELP = `node tools/kafka.mjs start [--dir 目录=data/kafka] [--port 端口=9092] [--heap MB=512]
在本机起一个真实的单节点 Apache Kafka（KRaft），Ctrl-C 停止。首次运行用 mvn 从 Maven Central 取 jar。`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dir: { type: 'string' },
      port: { type: 'string' },
      heap: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || positionals[0] !== 'start') {
    process.stderr.write(`${HELP}\n`);
    process.exit(values.help ? 0 : 2);
  }
  const missing = kafkaMissing();
  if (missing) {
    process.stderr.write(`Kafka 无法启动：${missing}\n`);
    process.exit(1);
  }
  const kafka = await startKafka({
    dir: values.dir ?? 'data/kafka',
    port: Number(values.port ?? 9092),
    heapMb: Number(values.heap ?? 512),
  });
  process.stdout.write(`ready ${kafka.brokers.join(',')}\n`);
  process.stderr.write(
    `日志 ${kafka.log}；KAFKA_BROKERS=${kafka.brokers.join(',')}；Ctrl-C 停止\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void kafka.stop().then(() => process.exit(0)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href)
  await main();
