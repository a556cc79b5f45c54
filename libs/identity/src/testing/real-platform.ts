import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const REDIRECT_URI = 'http://127.0.0.1:3000/login/identity/callback';
export const CLIENT = { clientId: 'risk', clientSecret: 'a-secret-of-the-platform' };

/** The library `oidc-provider` as it runs in service, and a browser that signs in there. */
export class RealPlatform {
  private constructor(
    private readonly child: ChildProcess,
    readonly issuer: string,
  ) {}

  static async start(method = 'client_secret_basic', port = 0): Promise<RealPlatform> {
    const { NODE_OPTIONS: _jests, ...env } = process.env;
    const program = join(process.cwd(), 'libs/identity/src/testing/run-provider.mjs');
    const child = spawn(process.execPath, [program, String(port), REDIRECT_URI, method], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const issuer = await new Promise<string>((resolve, reject) => {
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
          const ready = /^ready (\S+)$/m.exec(said);
          if (ready) resolve(ready[1]!);
        });
      child.once('exit', () => {
        reject(new Error(`the provider did not start: ${said}`));
      });
    });
    return new RealPlatform(child, issuer);
  }

  get port(): number {
    return Number(new URL(this.issuer).port);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}

const MOST_STEPS = 20;

/** A browser that goes where it is sent, keeps cookies and fills in the forms of the platform. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  /** Signs in and agrees; answers the address to which the platform sends it back. */
  async signIn(url: string, login: string): Promise<string> {
    return this.walk(url, (form) =>
      form.includes('value="login"')
        ? { prompt: 'login', login, password: 'any' }
        : { prompt: 'consent' },
    );
  }

  /** Presses the link by which one changes one's mind. */
  async giveUp(url: string): Promise<string> {
    return this.walk(url, () => null);
  }

  private async walk(
    url: string,
    fill: (form: string) => Record<string, string> | null,
  ): Promise<string> {
    let response = await this.visit(url);
    let at = url;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const location = response.headers.get('location');
      if (location !== null) {
        at = new URL(location, at).href;
        if (at.startsWith(REDIRECT_URI)) return at;
        response = await this.visit(at);
        continue;
      }
      const page = await response.text();
      if (response.status !== 200) throw new Error(`${at}: ${response.status} ${page}`);
      const answers = fill(page);
      const target = answers ? /action="([^"]+)"/.exec(page) : /href="([^"]+abort)"/.exec(page);
      at = new URL(target![1]!, at).href;
      response = await this.visit(at, answers);
    }
    throw new Error('the platform never sent the browser back');
  }

  private async visit(url: string, form: Record<string, string> | null = null): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return response;
  }
}
