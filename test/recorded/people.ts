import type { Recorder } from './recorder.js';
import type { RealDoors } from './real-doors.js';

type Headers = Readonly<Record<string, string>>;

/** Whoever asks the doors in a record of answers. */
export interface People {
  /** Monitors and verifies. */
  readonly officer: Headers;
  readonly director: Headers;
  readonly liaison: Headers;
  readonly police: Headers;
  readonly system: Headers;
  readonly security: Headers;
  readonly auditor: Headers;
}

/** What a walk through doors is made with. */
export interface Walk {
  readonly doors: RealDoors;
  readonly people: People;
  readonly ask: Recorder['ask'];
  /** Asks without keeping the answer: to wait until something is done. */
  readonly peek: Recorder['ask'];
}

export async function comeIn(doors: RealDoors): Promise<People> {
  return {
    officer: await doors.visitor({ name: '张某', roles: ['monitor', 'verifier'] }),
    director: await doors.visitor({ name: '刘某', roles: ['director'] }),
    liaison: await doors.visitor({ name: '陈某', roles: ['liaison'], unit: 'scjgj' }),
    police: await doors.visitor({ name: '王某', roles: ['police'], unit: 'gaj' }),
    system: await doors.visitor({ name: '王管理', roles: ['system-admin'] }),
    security: await doors.visitor({ name: '赵管理', roles: ['security-admin'] }),
    auditor: await doors.visitor({ name: '周审计', roles: ['auditor'] }),
  };
}
