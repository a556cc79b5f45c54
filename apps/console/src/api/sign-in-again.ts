/** The login ended: it begins anew, and leads back to here. Nothing is shown meanwhile. */
export function signInAgain(): Promise<never> {
  const { pathname, search } = window.location;
  window.location.assign(`/login?to=${encodeURIComponent(pathname + search)}`);
  return new Promise(() => undefined);
}
