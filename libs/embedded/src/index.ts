export {
  EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type StartedPostgres,
} from './embedded-postgres.js';
