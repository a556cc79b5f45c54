import { randomBytes } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ForEverybody, Open } from './access/permit.js';
import { BuiltConsole } from './console/built-console.js';
import { consolePolicy } from './console/console-policy.js';

const YEAR = 31_536_000;

/** The workbench: one page for every address below /workbench, and the files it is built of. */
@Controller('workbench')
export class ConsoleController {
  constructor(private readonly built: BuiltConsole) {}

  /** The names change with the content, so that nobody ever has to ask again. */
  @Get('assets/:name')
  @Open('scripts and styles, the same for everybody')
  async asset(@Param('name') name: string, @Req() request: Request, @Res() response: Response) {
    const takesGzip = request.acceptsEncodings('gzip') !== false;
    const { type, bytes, isCompressed } = await this.built.asset(name, takesGzip);
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', `public, max-age=${YEAR}, immutable`);
    response.setHeader('Vary', 'Accept-Encoding');
    if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
    response.end(bytes);
  }

  @Get()
  @ForEverybody()
  beginning(@Res() response: Response): Promise<void> {
    return this.show(response);
  }

  /** Which screen it is the page finds out itself. */
  @Get('*path')
  @ForEverybody()
  screen(@Res() response: Response): Promise<void> {
    return this.show(response);
  }

  private async show(response: Response): Promise<void> {
    const nonce = randomBytes(16).toString('base64');
    const page = await this.built.page(nonce);
    response.setHeader('Content-Security-Policy', consolePolicy(nonce));
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page);
  }
}
