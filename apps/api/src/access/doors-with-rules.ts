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
  const base = textOf(Reflect.getMetadata(PATH_METADATA, controller));
  const prototype = controller.prototype as object;
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(
    ([name, { value }]) => {
      const handler: unknown = value;
      if (typeof handler !== 'function') return [];
      const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
      if (typeof path !== 'string') return [];
      const method = Number(Reflect.getMetadata(METHOD_METADATA, handler));
      const rule = (Reflect.getMetadata(DOOR_RULE, handler) as DoorRule | undefined) ?? null;
      const whole = `/${[base, path]
        .map((part) => part.replace(/^\/|\/$/g, ''))
        .filter(Boolean)
        .join('/')}`;
      return [
        {
          method: RequestMethod[method] ?? 'ALL',
          path: whole,
          rule,
          name: `${controller.name}.${name}`,
        },
      ];
    },
  );
}

const textOf = (path: unknown): string => (typeof path === 'string' ? path : '');

/** Stops the start when a door does not say who may pass. */
export function refuseUnruled(controllers: readonly Type[]): void {
  const unruled = doorsOf(controllers).filter(({ rule }) => rule === null);
  if (unruled.length === 0) return;
  throw new Error(`doors without a rule: ${unruled.map(({ name }) => name).join(', ')}`);
}
