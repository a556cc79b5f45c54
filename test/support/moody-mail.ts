import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What a mail server may do to a message. */
export type Mood =
  | 'accept'
  | 'delay'
  | 'busy'
  | 'reject'
  | 'drop-before-data'
  | 'busy-after-data'
  | 'reject-after-data'
  | 'accept-and-drop'
  | 'drop-in-data';

const AFTER_DATA: Readonly<Partial<Record<Mood, number>>> = {
  'busy-after-data': 451,
  'reject-after-data': 554,
};

const no = (code: number): Error => Object.assign(new Error(`${code} no`), { responseCode: code });

/** A real SMTP server in changing moods, with all that it ever accepted. */
export class MoodyMail {
  /** Message-IDs in the order of their acceptance, as often as they were accepted. */
  readonly accepted: string[] = [];
  private readonly moods = new Map<string, Mood>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (session, done) => {
      this.moods.set(session.id, this.nextMood());
      done();
    },
    onRcptTo: (_address, session, done) => {
      const mood = this.moods.get(session.id);
      if (mood === 'busy') done(no(450));
      else if (mood === 'reject') done(no(550));
      else if (mood === 'drop-before-data') this.hangUp(session);
      else done();
    },
    onData: (stream, session, done) => {
      const mood = this.moods.get(session.id) ?? 'accept';
      if (mood === 'drop-in-data') {
        stream.once('data', () => {
          this.hangUp(session);
        });
        return;
      }
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
      stream.on('end', () => {
        this.decide(mood, text, session, done);
      });
    },
  });

  /** Answers the mood of the next connection. */
  constructor(private readonly nextMood: () => Mood) {
    this.server.on('error', () => undefined);
  }

  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private decide(
    mood: Mood,
    text: string,
    session: SMTPServerSession,
    done: (error?: Error) => void,
  ): void {
    const refusal = AFTER_DATA[mood];
    if (refusal !== undefined) {
      done(no(refusal));
      return;
    }
    this.accepted.push(/^Message-ID: <(.+?)@/im.exec(text)?.[1] ?? 'no Message-ID');
    if (mood === 'accept-and-drop') this.hangUp(session);
    else setTimeout(done, mood === 'delay' ? 150 : 0);
  }

  private hangUp(session: SMTPServerSession): void {
    const { connections } = this.server as unknown as {
      connections: Set<{ session: SMTPServerSession; _socket: { destroy(): void } }>;
    };
    for (const connection of connections)
      if (connection.session.id === session.id) connection._socket.destroy();
  }
}
