export { describeAccess, type AccessDocuments } from './describe-access.js';
export { PERMISSIONS, type Permission } from './rights/permissions.js';
export {
  ROLES,
  ROLE_CODES,
  isAdministrator,
  isWall,
  permissionTitle,
  permissionsOf,
  roleTitle,
  type Role,
  type RoleRights,
} from './rights/roles.js';
export { accessPolicySchema, compileAccessPolicy, type AccessPolicy } from './policy.js';
export {
  personOf,
  type Account,
  type PasswordReset,
  type Person,
  type Proposal,
  type Rights,
} from './accounts/account.js';
export {
  AdministerAccounts,
  type AccountWish,
  type MadeAccount,
} from './accounts/administer-accounts.js';
export { ResetPassword, type ResetAnswer } from './accounts/reset-password.js';
export type { City } from './accounts/city.js';
export {
  ACCOUNT_SORTS,
  AccountStore,
  Sealing,
  type AccountDraft,
  type AccountQuestion,
  type AccountSort,
} from './accounts/ports.js';
export {
  readAccount,
  readCode,
  readPasswords,
  readRights,
  readSignIn,
} from './accounts/requests.js';
export { BindIdentity } from './signing-in/bind-identity.js';
export { ChangePassword } from './signing-in/change-password.js';
export { CheckSession } from './signing-in/check-session.js';
export { Demonstration } from './signing-in/demonstration.js';
export {
  EnrolSecondFactor,
  placeOfFactor,
  type EnrolledFactor,
  type SecondFactorOffer,
} from './signing-in/enrol-second-factor.js';
export {
  Rescue,
  RESCUE_ROLES,
  RescueStore,
  type RescueCode,
  type RescueRole,
} from './signing-in/rescue.js';
export { FirstAdministrator } from './signing-in/first-administrator.js';
export {
  IdentityProvider,
  type Identity,
  type KeptForIdentity,
} from './signing-in/identity-provider.js';
export {
  IdentityVisits,
  VISIT_LASTS,
  type Arrival,
  type BindArrival,
  type Departure,
  type Errand,
  type Return,
  type SignInArrival,
  type VisitHands,
} from './signing-in/identity-visits.js';
export { OpenSessions, type OpenedSession } from './signing-in/open-sessions.js';
export { SessionStore, type OpenSession, type SessionEnd } from './signing-in/ports.js';
export type { Session, SessionStage } from './signing-in/session.js';
export { SignInByIdentity } from './signing-in/sign-in-by-identity.js';
export { SignIn, type SignInHands } from './signing-in/sign-in.js';
export { TakeSecondFactor } from './signing-in/take-second-factor.js';
export {
  MACHINE,
  ServiceTokens,
  TokenStore,
  type Bearer,
  type ServiceToken,
  type TokenWish,
} from './tokens/service-tokens.js';
export { readToken } from './tokens/requests.js';
export { isSentTo, type Addressed } from './rights/reads-message.js';
export { SightedThings, type Sighted } from './rights/sighted.js';
export { SignOut } from './signing-in/sign-out.js';
export * from './audit/index.js';
