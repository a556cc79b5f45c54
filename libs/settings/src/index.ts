export { readEnvironment, type Environment } from './environment.js';
export { loadConfig, type ConfigFile, type ConfigFolder } from './load-config.js';
export { loadVaultKey } from './vault-key.js';
