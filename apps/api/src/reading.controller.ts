import { Controller, Get, Param, Query } from '@nestjs/common';
import { House } from '@risk/assembly';
import { Invalid, NotFound, chinaDay, isCalendarDay } from '@risk/kit';

const MOST = 200;

/** What screens and other systems may read. */
@Controller('api')
export class ReadingController {
  constructor(private readonly house: House) {}

  @Get('overview')
  overview() {
    return this.house.overview.read();
  }

  @Get('alerts')
  alerts(@Query('limit') limit = '50', @Query('offset') offset = '0') {
    return this.house.overview.alerts(
      wholeNumber('limit', limit, 1, MOST),
      wholeNumber('offset', offset, 0, 1e6),
    );
  }

  @Get('alerts/:id')
  async alert(@Param('id') id: string) {
    return found(await this.house.overview.alert(rowId(id)), '没有这条预警');
  }

  @Get('records/:id/explanation')
  async explanation(@Param('id') id: string) {
    return found(await this.house.explanation.of(id), '没有这条记录');
  }

  @Get('reconciliation')
  reconciliation(@Query('since') since = chinaDay(this.house.clock.now())) {
    if (!isCalendarDay(since)) throw new Invalid('since 应为 yyyy-mm-dd');
    return this.house.reconcile.run(since);
  }

  @Get('openapi.json')
  openApi() {
    return this.house.documents.openapi;
  }

  @Get('asyncapi.json')
  asyncApi() {
    return this.house.documents.asyncapi;
  }
}

function found<T>(value: T | null, otherwise: string): T {
  if (value === null) throw new NotFound(otherwise);
  return value;
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Invalid(`${name} 应为 ${least} 到 ${most} 的整数`);
}

/** Row ids are whole numbers; anything else cannot exist. */
function rowId(text: string): string {
  if (/^\d{1,18}$/.test(text)) return text;
  throw new NotFound('没有这条数据');
}
