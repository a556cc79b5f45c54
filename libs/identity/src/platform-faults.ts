import { RiskError, Unauthenticated, Unavailable } from '@risk/kit';

/**
 * What the library throws, in our own words. Only codes go into the facts: its causes hold answers of the
 * platform, and with them codes and tokens, which no log may ever see.
 */
interface LibraryError {
  readonly name?: unknown;
  readonly code?: unknown;
  /** What the platform itself called it, of an error of OAuth. */
  readonly error?: unknown;
  readonly status?: unknown;
}

/** Errors of OAuth that a person mends by starting again. */
const THEIRS: Readonly<Record<string, string>> = {
  access_denied: '登录没有完成：您取消了登录，或者没有得到许可',
  login_required: '登录没有完成，请重新开始',
  interaction_required: '登录没有完成，请重新开始',
  invalid_grant: '这次登录已经用过或者过期，请重新开始',
};
/** Errors of OAuth that say the platform does not know us. */
const OURS = new Set([
  ...['invalid_client', 'unauthorized_client', 'invalid_scope', 'invalid_request'],
  ...['unsupported_response_type', 'unsupported_grant_type', 'invalid_redirect_uri'],
]);
/** Codes of the library for an answer that is there but is not to be believed. */
const UNTRUE = new Set([
  ...['OAUTH_INVALID_RESPONSE', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_PARSE_ERROR'],
  ...['OAUTH_JWT_TIMESTAMP_CHECK_FAILED', 'OAUTH_KEY_SELECTION_FAILED'],
  ...['OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED', 'OAUTH_UNSUPPORTED_OPERATION'],
]);

/** Why the platform could not be asked. */
export function faultOf(error: unknown, platform: string): RiskError {
  if (error instanceof RiskError) return error;
  const facts = factsOf(error);
  if (UNTRUE.has(String(facts.code)))
    return new Unavailable(`${platform}公布的信息与 OIDC_ISSUER 不符，请系统管理员核对`, facts);
  return new Unavailable(`暂时连不上${platform}，请稍后再试，或者用用户名和口令登录`, facts);
}

/** Why nobody came in with what the platform answered. */
export function faultOfAnswer(error: unknown, platform: string): RiskError {
  const facts = factsOf(error);
  const called = String(facts.error);
  const theirs = THEIRS[called];
  if (theirs !== undefined) return new Unauthenticated(theirs, facts);
  if (OURS.has(called) || facts.status === 401)
    return new Unavailable(
      `${platform}不认可本平台：请系统管理员核对 OIDC_CLIENT_ID、OIDC_CLIENT_SECRET 和登记的回调地址`,
      facts,
    );
  if (UNTRUE.has(String(facts.code)))
    return new Unauthenticated(`${platform}的答复没有通过核验，请重新开始`, facts);
  return faultOf(error, platform);
}

function factsOf(error: unknown): Readonly<Record<keyof LibraryError, unknown>> {
  const { name, code, error: called, status } = (error ?? {}) as LibraryError;
  return { name, code, error: isCode(called) ? called : undefined, status };
}

/** Browsers and platforms can write anything there. */
const isCode = (text: unknown): boolean => typeof text === 'string' && /^\w{1,60}$/.test(text);
