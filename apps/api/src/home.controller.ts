import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { Asker } from './access/caller.js';
import { CITY, ForEverybody, Open, Permit } from './access/permit.js';
import { homeOf } from './access/where-to.js';
import { HTML } from './media.js';
import { editionsPage } from './pages/editions-page.js';
import { homePage } from './pages/home-page.js';
import { ICON, STYLE } from './pages/style.js';

const ON_SCREEN = 50;

/** The first screen: what came in, what stands out, who was told. Read-only; the workbench comes later. */
@Controller()
export class HomeController {
  constructor(private readonly house: House) {}

  @Get()
  @ForEverybody()
  @Header('Content-Type', HTML)
  async home(@Asker() asker: Person, @Res({ passthrough: true }) response: Response) {
    const beginning = homeOf(asker);
    if (beginning !== '/') {
      response.redirect(303, beginning);
      return undefined;
    }
    return this.overview();
  }

  private async overview(): Promise<string> {
    const { overview, alerts: desk, regionName, clock, engines } = this.house;
    const at = clock.now();
    const [figures, work, alerts, regions] = await Promise.all([
      overview.read(),
      desk.workload.figures(at),
      overview.alerts(ON_SCREEN),
      overview.byRegion(),
    ]);
    const { versions } = engines;
    return homePage({ figures, work, alerts, regions, regionName, versions, at });
  }

  @Get('editions')
  @Permit('editions.read', CITY)
  @Header('Content-Type', HTML)
  async editions(): Promise<string> {
    const { store, shadow } = this.house.editions;
    const editions = await store.list();
    const told = editions.map(async (edition) => ({
      edition,
      progress: await shadow.progress(edition.id),
      differences: await shadow.differences(edition.id),
    }));
    return editionsPage(await Promise.all(told));
  }

  @Get('favicon.svg')
  @Open('a picture')
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'max-age=86400')
  icon(): string {
    return ICON;
  }

  @Get('style.css')
  @Open('a style sheet')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'max-age=3600')
  style(): string {
    return STYLE;
  }
}
