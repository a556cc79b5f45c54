export { OpenIdPlatform, type PlatformAccess } from './open-id-platform.js';
