import {
  AdministerAccounts,
  BindIdentity,
  ChangePassword,
  CheckSession,
  Demonstration,
  EnrolSecondFactor,
  FirstAdministrator,
  IdentityVisits,
  OpenSessions,
  Rescue,
  ResetPassword,
  ServiceTokens,
  SignIn,
  SignInByIdentity,
  SignOut,
  TakeSecondFactor,
  type AccountStore,
  type City,
  type IdentityProvider,
  type RescueStore,
  type Sealing,
  type SessionStore,
  type SightedThings,
  type SignInHands,
  type TokenStore,
} from '@risk/access';

/** What keeps accounts, and tells who may see what. */
export interface AccessStores {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly rescues: RescueStore;
  readonly sealing: Sealing;
  readonly sight: SightedThings;
}

/** The identity platform of the government, and the one address to which it sends people back. */
export interface IdentityPlatform {
  readonly provider: IdentityProvider;
  readonly redirectUri: string;
}

/** Coming in by the identity platform. */
export interface IdentityDesk {
  /** What the button says. */
  readonly name: string;
  readonly visits: IdentityVisits;
  readonly signIn: SignInByIdentity;
  readonly bind: BindIdentity;
}

/** Who comes in, as whom, and what for. */
export interface AccessDesk {
  readonly city: City;
  readonly accounts: Pick<AccountStore, 'list' | 'find'>;
  readonly sessions: Pick<SessionStore, 'openOf'>;
  readonly sight: SightedThings;
  readonly check: CheckSession;
  readonly signIn: SignIn;
  readonly signOut: SignOut;
  readonly secondFactor: TakeSecondFactor;
  readonly enrol: EnrolSecondFactor;
  readonly password: ChangePassword;
  readonly administer: AdministerAccounts;
  readonly resetting: ResetPassword;
  readonly rescue: Rescue;
  readonly first: FirstAdministrator;
  readonly demonstration: Demonstration;
  readonly tokens: ServiceTokens;
  /** Null where the city has no identity platform. */
  readonly identity: IdentityDesk | null;
}

/** Ties the use cases of access to what keeps accounts. */
export function tieAccess(
  stores: AccessStores,
  city: City,
  isOpenToAll: () => Promise<boolean>,
  hands: SignInHands,
  platform: IdentityPlatform | null = null,
): AccessDesk {
  const { accounts, sessions, sealing, sight } = stores;
  const opening = new OpenSessions(sessions, hands.policy, hands.clock);
  return {
    ...{ city, accounts, sessions, sight },
    check: new CheckSession(sessions, hands),
    signIn: new SignIn(accounts, opening, hands),
    signOut: new SignOut(sessions, hands),
    secondFactor: new TakeSecondFactor(accounts, opening, sealing, hands),
    enrol: new EnrolSecondFactor(accounts, opening, sealing, hands),
    password: new ChangePassword(accounts, opening, hands),
    administer: new AdministerAccounts(accounts, sessions, city, hands),
    resetting: new ResetPassword(accounts, sessions, hands),
    rescue: new Rescue(stores.rescues, { accounts, opening }, city.office, hands),
    first: new FirstAdministrator(accounts, opening, city.office, hands),
    demonstration: new Demonstration(accounts, opening, isOpenToAll, hands),
    tokens: new ServiceTokens(stores.tokens, hands.clock),
    identity: platform && tieIdentity(stores, platform, opening, hands),
  };
}

function tieIdentity(
  { accounts, sessions, sealing }: AccessStores,
  { provider, redirectUri }: IdentityPlatform,
  opening: OpenSessions,
  hands: SignInHands,
): IdentityDesk {
  const visits = new IdentityVisits(provider, sealing, { ...hands, redirectUri });
  return {
    ...{ name: provider.name, visits },
    signIn: new SignInByIdentity(visits, accounts, opening, hands),
    bind: new BindIdentity(visits, accounts, sessions, hands),
  };
}
