import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { House, acceptedSum, type Accepted } from '@risk/assembly';
import { isFeed, type Feed } from '@risk/domain';
import { Forbidden, NotFound } from '@risk/kit';
import { askerOf, type Caller } from './access/caller.js';
import { NOTHING, Permit } from './access/permit.js';
import { itemBatches } from './item-batches.js';

/** The HTTP door of the feeds: one object, an array, or NDJSON; answered after the commit. */
@Controller('api/feeds')
export class FeedsController {
  constructor(private readonly house: House) {}

  @Post(':feed')
  @Permit('feeds.send', NOTHING)
  @HttpCode(200)
  async receive(
    @Param('feed') name: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Accepted> {
    const feed = knownFeed(name);
    refuseOtherFeeds(askerOf(request), feed);
    const answers: Accepted[] = [];
    for await (const batch of itemBatches(feed, request)) {
      answers.push(await this.house.inlet.accept(batch));
    }
    const answer = acceptedSum(answers);
    if (!answer.kept) response.status(202);
    else if (answer.received === 0 || answer.deadLettered === answer.received) response.status(422);
    return answer;
  }
}

/** A system delivers what its token is for. */
function refuseOtherFeeds({ bearer }: Caller, feed: Feed): void {
  if (!bearer || bearer.feeds.has(feed)) return;
  throw new Forbidden('这个令牌不能报送这一路数据');
}

function knownFeed(name: string): Feed {
  if (isFeed(name)) return name;
  throw new NotFound(`没有名为 ${name} 的数据通道，可用：registration、complaint、advertisement`);
}
