/** The time of this browser, in milliseconds; the only place that asks for it. */
export const browserTime = (): number => Date.now();
