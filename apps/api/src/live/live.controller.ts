import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { readForm, seconds } from '@risk/kit';
import { z } from 'zod';
import { Asker } from '../access/caller.js';
import { may } from '../access/must.js';
import { OWN, Permit } from '../access/permit.js';
import { WhoCalls } from '../access/who-calls.js';
import { LiveAlerts } from './live-alerts.js';
import type { LiveNews } from './live-event.js';
import { LiveStream } from './live-stream.js';

const HEARTBEAT = seconds(15);
const CHECKED_EVERY = seconds(30);

const place = z.string().max(60);
/** What may be asked of the news of alerts. */
export const newsForm = z.strictObject({ since: place.optional() });

/** What happens to alerts, as it happens; and the same asked for, where a proxy cuts streams. */
@Controller('api/alerts')
export class LiveController {
  private readonly who: WhoCalls;

  constructor(
    house: House,
    private readonly live: LiveAlerts,
  ) {
    this.who = new WhoCalls(house);
  }

  @Get('news')
  @Permit('alerts.read', OWN)
  news(@Query() query: unknown, @Asker() { sight }: Person): Promise<LiveNews> {
    return this.live.since(readForm(newsForm, query).since ?? null, sight);
  }

  @Get('stream')
  @Permit('alerts.read', OWN)
  async stream(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Asker() asker: Person,
  ): Promise<StreamableFile> {
    const stream = new LiveStream(asker, () => this.stillIn(request));
    const leave = await this.live.follow(stream);
    const timers = [
      setInterval(() => {
        stream.beat();
      }, HEARTBEAT),
      setInterval(() => void stream.check(), CHECKED_EVERY),
    ];
    const stop = (): void => {
      leave();
      timers.forEach(clearInterval);
      stream.end();
    };
    response.on('close', stop);
    // Whoever left while the ear was put to the database closes no more.
    if (response.closed) stop();
    try {
      stream.greet(await this.live.since(lastHeard(request), asker.sight));
    } catch (error) {
      stop();
      throw error;
    }
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Accel-Buffering', 'no');
    return new StreamableFile(stream.bytes, { type: 'text/event-stream; charset=utf-8' });
  }

  /** Who is there now, if the login still holds and still allows to see alerts. */
  private async stillIn(request: Request): Promise<Person | null> {
    const caller = await this.who.run(request);
    const isIn = caller?.session?.stage === 'in' && may(caller.person, 'alerts.read');
    return isIn ? caller.person : null;
  }
}

/** Where a browser that comes back left off. */
function lastHeard({ headers }: Request): string | null {
  const said = headers['last-event-id'];
  return typeof said === 'string' ? (place.safeParse(said).data ?? null) : null;
}
