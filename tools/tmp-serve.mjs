import { EmbeddedPostgres } from '../dist/libs/embedded/src/index.js';
const postgres = new EmbeddedPostgres({ dataDir: process.argv[2], port: 55333, log: () => undefined });
const { url } = await postgres.start();
console.log(url);
setInterval(() => 0, 1e6);
