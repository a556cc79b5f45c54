import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import type { NoticeQuestion } from '@risk/alerting';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { NotFound } from '@risk/kit';
import { Asker } from './access/caller.js';
import { CITY, one, OWN, Permit } from './access/permit.js';
import { alertFacts } from './alert-facts.js';
import { HTML } from './media.js';
import { namesOf } from './names-of.js';
import { readNoticeQuestion } from './notice-question.js';
import { alertPage } from './pages/alert-page.js';
import { noticePage } from './pages/notice-page.js';
import { noticesPage } from './pages/notices-page.js';
import { MOST_HUSHED, silencesPage } from './pages/silences-page.js';
import { rowId } from './query.js';

const MOST_SILENCES = 200;
const UNKNOWN: NoticeQuestion = {
  ...{ state: 'unknown', alertId: null, unit: null, channel: null, before: null },
  limit: 50,
};

/** Pages about alerts: one with its whole life, who was told what, and what keeps units from being told. */
@Controller()
export class AlertPagesController {
  constructor(private readonly house: House) {}

  @Get('alerts/:id')
  @Permit('alerts.read', one('alert'))
  @Header('Content-Type', HTML)
  async alert(@Param('id') id: string, @Asker() asker: Person): Promise<string> {
    const facts = await alertFacts(this.house, rowId('预警', id), asker);
    if (!facts) throw new NotFound('没有这条预警');
    return alertPage(facts);
  }

  @Get('notices')
  @Permit('notices.read', OWN)
  @Header('Content-Type', HTML)
  async notices(@Query() query: unknown, @Asker() { sight }: Person): Promise<string> {
    const question = { ...readNoticeQuestion(query), sight };
    const { history } = this.house.notices;
    const notices = await history.list(question);
    const unknown = await history.list({ ...UNKNOWN, sight });
    return noticesPage({ question, notices, unknown, names: namesOf(this.house) });
  }

  @Get('notices/:id')
  @Permit('notices.read', one('notice'))
  @Header('Content-Type', HTML)
  async notice(@Param('id') id: string): Promise<string> {
    const notice = await this.house.notices.history.one(rowId('通知', id));
    if (!notice) throw new NotFound(`没有通知 ${id}`);
    return noticePage(notice, namesOf(this.house));
  }

  @Get('silences')
  @Permit('alerts.hold', CITY)
  @Header('Content-Type', HTML)
  async silences(): Promise<string> {
    const { alerts, clock } = this.house;
    const [silences, floods, hushed] = await Promise.all([
      alerts.book.silences(MOST_SILENCES),
      alerts.book.floods(MOST_SILENCES),
      alerts.workload.hushed(MOST_HUSHED),
    ]);
    return silencesPage({ silences, floods, hushed, names: namesOf(this.house), now: clock.now() });
  }
}
