import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DOOR_RULE, type DoorRule } from './permit.js';

/** A door of the HTTP server as its controller declares it. */
export interface Door {
  readonly method: string;
  readonly path: string;
  /** Null when nobody said who may pass. */
  readonly rule: DoorRule | null;
  /** Where it stands, for whoever has to mend it. */
  readonly name: string;
}

/** Every door that some controllers open. */
export const doorsOf = (controllers: readonly Type[]): Door[] => controllers.flatMap(doorsOfOne);

function doorsOfOne(controller: Type): Door[] {
  const base: unknown = Reflect.getMetadata(PATH_METADATA, controller);
  const members = Object.entries(Object.getOwnPropertyDescriptors(controller.prototype as object));
  return members.flatMap(([name, { value }]) => {
    const handler: unknown = value;
    // The class itself carries a path, too, and stands among its members as their constructor.
    if (typeof handler !== 'function' || handler === controller) return [];
    const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
    if (path === undefined) return [];
    const method = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))] ?? 'ALL';
    const rule = (Reflect.getMetadata(DOOR_RULE, handler) as DoorRule | undefined) ?? null;
    return [{ method, path: joined(base, path), rule, name: `${controller.name}.${name}` }];
  });
}

const joined = (...parts: readonly unknown[]): string =>
  `/${parts
    .map((part) => (typeof part === 'string' ? part.replace(/^\/|\/$/g, '') : ''))
    .filter((part) => part !== '')
    .join('/')}`;

/** Stops the start when a door does not say who may pass. */
export function refuseUnruled(controllers: readonly Type[]): void {
  const unruled = doorsOf(controllers).filter(({ rule }) => rule === null);
  if (unruled.length === 0) return;
  throw new Error(`doors without a rule: ${unruled.map(({ name }) => name).join(', ')}`);
}
