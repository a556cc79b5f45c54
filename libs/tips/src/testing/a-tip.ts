import type { Tip } from '../tip.js';

/** A report of somebody who stays unknown. */
export const aTip = (more: Partial<Tip> = {}): Tip => ({
  text: '某养老公寓承诺年息百分之十八，已交五万元',
  targets: [{ name: '某养老公寓' }],
  ...{ amount: null, people: null, happenedOn: null, regionCode: null },
  ...{ reporter: {}, isSecret: false },
  ...more,
});
