import type { Server } from 'node:http';
import { NestFactory, Reflector } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { closed, listening, listenOn, urlOf, type House } from '@risk/assembly';
import { Unavailable, type Log } from '@risk/kit';
import { AccessGuard } from './access/access.guard.js';
import { AuditTrailInterceptor } from './access/audit-trail.interceptor.js';
import { doorsOf, refuseUnruled } from './access/doors-with-rules.js';
import { CONTROLLERS } from './api.module.js';
import { addressLimit } from './limits/address-limit.js';
import { countAnswers } from './metrics/count-answers.js';
import { knownMethods } from './methods.js';
import { NestLog } from './nest-log.js';
import { ProblemFilter } from './problem.filter.js';
import { keepPublicApart, publicServer } from './public/public-doors.js';
import { ViewerFrame } from './viewer-frame.js';

/** A running HTTP server of the house. */
export interface RunningApi {
  readonly app: NestExpressApplication;
  readonly url: string;
  /** The port that was wanted but taken; null when all went as asked. */
  readonly takenPort: number | null;
  /** Where citizens report; null when they cannot. */
  readonly publicUrl: string | null;
  readonly close: () => Promise<void>;
}

const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  upgradeInsecureRequests: null,
};

/** Starts the HTTP doors over an application module that knows the house. */
export async function startApi(module: DynamicModule, house: House, log: Log): Promise<RunningApi> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('trust proxy', house.environment.trustedProxies);
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: POLICY },
      // Without any, browsers would call our own forms those of another site (Origin: null).
      referrerPolicy: { policy: 'same-origin' },
      hsts: false,
      xFrameOptions: { action: 'deny' },
      // Over plain http browsers only complain of it, in their console, on every page within a page.
      originAgentCluster: false,
    }),
  );
  app.use(countAnswers(house));
  app.use(addressLimit(house.clock, house.engines.access.limits.address));
  app.use(keepPublicApart(house.environment.publicPage));
  app.use(knownMethods(doorsOf(CONTROLLERS)));
  refuseUnruled(CONTROLLERS);
  const reflector = new Reflector();
  app.useGlobalGuards(new AccessGuard(house, reflector));
  app.useGlobalInterceptors(new AuditTrailInterceptor(house, reflector), new ViewerFrame());
  app.useGlobalFilters(new ProblemFilter(log));
  let own: Server | null = null;
  const close = async (): Promise<void> => {
    if (own) await closed(own);
    await app.close();
  };
  try {
    await app.init();
    const { host, port, portWasSet, publicPage } = house.environment;
    const server = app.getHttpServer();
    const takenPort = await listen(server, host, port, portWasSet);
    const url = urlOf(host, server);
    house.address ??= url;
    const ownPlace = publicPage?.ownPlace ?? null;
    if (ownPlace) own = await listening(publicServer(app.getHttpAdapter().getInstance()), ownPlace);
    const publicUrl = ownPlace && own ? urlOf(ownPlace.host, own) : url;
    return { app, url, takenPort, publicUrl: publicPage && `${publicUrl}/report`, close };
  } catch (error) {
    // Clock and consumer may run already: they end before the house is closed under them.
    await close();
    throw error;
  }
}

/** A default port that is taken gives way to a free one; a port that was asked for does not. */
async function listen(
  server: Server,
  host: string,
  port: number,
  wasSet: boolean,
): Promise<number | null> {
  try {
    await listenOn(server, host, port);
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (wasSet) throw new Unavailable(`端口 ${port} 已被占用，请用 PORT=另一个端口 再试`);
    await listenOn(server, host, 0);
    return port;
  }
}
