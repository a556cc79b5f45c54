/**
 * How a delivery went. `down`: the channel does not work at all, the notice was never looked at. `unknown`:
 * the other side may have it; never resent by itself.
 */
export type Delivery =
  | { readonly outcome: 'sent'; readonly where: string }
  | { readonly outcome: 'retry'; readonly why: string }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown'; readonly why: string }
  | { readonly outcome: 'down'; readonly why: string };
