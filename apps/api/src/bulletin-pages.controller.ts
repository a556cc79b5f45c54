import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { ARCHIVE_PAGE, readArchiveQuestion } from '@risk/bulletins';
import { NotFound } from '@risk/kit';
import { Asker } from './access/caller.js';
import { one, Open, OWN, Permit } from './access/permit.js';
import { HTML } from './media.js';
import { namesOf } from './names-of.js';
import { bulletinPage } from './pages/bulletin-page.js';
import { bulletinsPage } from './pages/bulletins-page.js';
import { receiptPage } from './pages/receipt-page.js';
import { rowId } from './query.js';
import { openStates, seenBulletin } from './seen-bulletins.js';

/** An issued bulletin brings its own looks and pictures, and nothing that runs. */
const BULLETIN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'";

/** Pages of the archive of bulletins, and where a reader says that one was read. */
@Controller()
export class BulletinPagesController {
  constructor(private readonly house: House) {}

  @Get('bulletins')
  @Permit('bulletins.read', OWN)
  @Header('Content-Type', HTML)
  async archive(@Query() query: unknown, @Asker() asker: Person): Promise<string> {
    const open = openStates(asker);
    const looked = readArchiveQuestion(query);
    const state = looked.state ?? (open.length === 1 ? (open[0] ?? null) : null);
    const question = { ...looked, state, sight: asker.sight };
    const found = await this.house.bulletins.list(question);
    const bulletins = found.filter((one) => open.includes(one.state));
    const next = bulletins.length < ARCHIVE_PAGE ? null : (bulletins.at(-1)?.id ?? null);
    return bulletinsPage({ question, bulletins, next, names: namesOf(this.house) });
  }

  @Get('bulletins/:id')
  @Permit('bulletins.read', one('bulletin'))
  @Header('Content-Type', HTML)
  async one(@Param('id') id: string, @Asker() asker: Person): Promise<string> {
    const bulletin = seenBulletin(asker, await this.house.bulletins.find(rowId('简报', id)));
    const readers = await this.house.bulletins.readers(bulletin.id);
    return bulletinPage({ bulletin, readers, names: namesOf(this.house) });
  }

  /** As it went out, or would go out. */
  @Get('bulletins/:id/text')
  @Permit('bulletins.read', one('bulletin'))
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', BULLETIN_POLICY)
  @Header('X-Frame-Options', 'SAMEORIGIN')
  async text(@Param('id') id: string, @Asker() asker: Person): Promise<string> {
    const { bulletins } = this.house;
    return bulletins.page(seenBulletin(asker, await bulletins.find(rowId('简报', id))));
  }

  /** A look only: programs that check e-mails follow links, and they have not read anything. */
  @Get('read/:notice/:receipt')
  @Open('the receipt in the path is what its reader was given')
  @Header('Content-Type', HTML)
  async ask(@Param('notice') notice: string, @Param('receipt') receipt: string): Promise<string> {
    const found = await this.house.bulletins.receiptOf(rowId('通知', notice), receipt);
    if (!found) throw new NotFound('这个阅读确认链接无效');
    return receiptPage(found, `/read/${notice}/${receipt}`);
  }

  @Post('read/:notice/:receipt')
  @Open('the receipt in the path is what its reader was given')
  @HttpCode(200)
  @Header('Content-Type', HTML)
  async read(@Param('notice') notice: string, @Param('receipt') receipt: string): Promise<string> {
    return receiptPage(await this.house.bulletins.markRead(rowId('通知', notice), receipt), null);
  }
}
