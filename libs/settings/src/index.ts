export { readEnvironment, type Environment, type Place, type PublicPage } from './environment.js';
export type { IdentityPlatform } from './identity-platform.js';
export {
  lexiconMark,
  licensedMark,
  loadBook,
  loadConfig,
  loadLexicon,
  loadLicensed,
  parseYaml,
  plainFile,
  type ConfigFile,
  type ConfigFolder,
  type ProposedBook,
} from './load-config.js';
export { yamlText } from './yaml-text.js';
export { licensedWith, replaceLicensed } from './licensed-file.js';
export { VaultKeyRing, type PlacedKey, type VaultKeys } from './vault-key.js';
