export { readEnvironment, type Environment } from './environment.js';
export {
  lexiconMark,
  loadConfig,
  loadLexicon,
  type ConfigFile,
  type ConfigFolder,
} from './load-config.js';
export { loadVaultKey } from './vault-key.js';
