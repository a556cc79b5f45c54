import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission, Sighted } from '@risk/access';

/**
 * What of the city a door leads to. `among`: one thing, whose id stands in the path. `unit`: what lies before
 * the unit of the path. `message`: a message in the
 * inbox of the unit of the path, for whom it was sent to. `own`: a list that the door itself keeps to the asker's sight. `city`: what only makes
 * sense for the whole city. `nothing`: no data of the city at all.
 */
export type Reach =
  | { readonly kind: 'among'; readonly what: Sighted; readonly param: string }
  | { readonly kind: 'unit'; readonly param: string }
  | { readonly kind: 'message'; readonly unit: string; readonly param: string }
  | { readonly kind: 'own' }
  | { readonly kind: 'city' }
  | { readonly kind: 'nothing' };

/** How a door is kept: who may pass, to what; or that it stands open, and why. */
export type DoorRule =
  | { readonly permission: Permission; readonly reach: Reach }
  | { readonly everybody: true }
  | { readonly open: string };

export const DOOR_RULE = 'risk:door-rule';
const rule = (declared: DoorRule): CustomDecorator => SetMetadata(DOOR_RULE, declared);

/** Only who may do this, and only with things they may see: `@Permit('alerts.read', one('alert'))`. */
export const Permit = (permission: Permission, reach: Reach): CustomDecorator =>
  rule({ permission, reach });

/** Everybody who is signed in, about himself. */
export const ForEverybody = (): CustomDecorator => rule({ everybody: true });

/** Everybody, signed in or not; says why. */
export const Open = (why: string): CustomDecorator => rule({ open: why });

export const one = (what: Sighted, param = 'id'): Reach => ({ kind: 'among', what, param });
export const ofUnit = (param = 'code'): Reach => ({ kind: 'unit', param });
export const ofRecipient = (unit = 'code', param = 'id'): Reach => ({
  kind: 'message',
  unit,
  param,
});
export const OWN: Reach = { kind: 'own' };
export const CITY: Reach = { kind: 'city' };
export const NOTHING: Reach = { kind: 'nothing' };
