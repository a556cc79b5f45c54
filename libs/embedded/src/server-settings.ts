import { totalmem } from 'node:os';

/** Server settings by name, as postgresql.conf knows them. */
type Settings = Readonly<Record<string, string>>;

/** Fit for 2 cores and a few GiB of memory. */
const STANDING: Settings = {
  listen_addresses: '127.0.0.1',
  // relative to the cluster, whose folder is closed to others and whose path may be too long for a socket
  unix_socket_directories: '.',
  password_encryption: 'scram-sha-256',
  max_connections: '60',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '1GB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  max_parallel_workers_per_gather: '1',
  random_page_cost: '1.1',
  jit: 'off',
  // a client that vanished must not hold its locks for hours
  tcp_keepalives_idle: '60',
  client_connection_check_interval: '10s',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_checkpoints: 'off',
  lc_messages: 'C',
  cluster_name: 'risk',
};

/** The sixteenth part of the machine, in MB: the queue of a large city is looked over without asking the disk. */
const buffers = (memory: number): number =>
  Math.round(Math.min(1024, Math.max(128, memory / 2 ** 20 / 16)));

const SAFE: Settings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
/** In service: data is kept whatever happens to process or power. */
const DURABLE: Settings = { ...SAFE, shared_buffers: `${String(buffers(totalmem()))}MB` };
/** For tests alone: lost with the power, but a commit still outlives a killed process. */
const THROW_AWAY: Settings = {
  ...SAFE,
  fsync: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
};

/** The command line of the server; settings here win over postgresql.conf, so old clusters follow new versions. */
export function serverArguments(path: string, port: number, durable: boolean): string[] {
  const settings = { ...STANDING, port: String(port), ...(durable ? DURABLE : THROW_AWAY) };
  return [
    '-D',
    path,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
