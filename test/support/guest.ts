import { expect } from '@jest/globals';
import { signedIn, type Visitor } from './sign-in.js';

/** Somebody at the doors of the house. */
export class Guest {
  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  static async of(url: string, dataDir: string, visitor: Visitor): Promise<Guest> {
    return new Guest(url, (await signedIn(dataDir, visitor)).cookie);
  }

  ask(path: string, told?: object | Buffer): Promise<Response> {
    const body = Buffer.isBuffer(told) ? told : JSON.stringify(told);
    return fetch(`${this.url}${path}`, {
      headers: { cookie: this.cookie, origin: this.url, 'content-type': 'application/json' },
      ...(told && { method: 'POST', body }),
    });
  }

  async read<T>(path: string): Promise<T> {
    return (await this.ask(path)).json() as Promise<T>;
  }

  /** Says it, and is not refused. */
  async tell<T = { readonly id: string }>(path: string, told: object | Buffer): Promise<T> {
    const answer = await this.ask(path, told);
    const said = await answer.text();
    expect([path, answer.ok, said]).toEqual([path, true, said]);
    return JSON.parse(said) as T;
  }

  /** What whoever this is may do. */
  async permissions(): Promise<ReadonlySet<string>> {
    interface Session {
      readonly person: { readonly permissions: readonly string[] };
    }
    return new Set((await this.read<Session>('/api/session')).person.permissions);
  }
}
