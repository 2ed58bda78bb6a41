import { Public } from '@jejak/http';
import {
  Controller,
  Get,
  Header,
  Inject,
  NotFoundException,
  Param,
  Query,
  Res,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { defaultDay } from './default-day';
import type { PublicAddresses } from './page-frame';
import { readPageQuery, type PageQuery } from './page-query';
import { problemPage } from './problem-page';
import type { PublicFiles } from './public-files';
import { rankingPage } from './ranking-page';
import type { PortalRanking, RankingReader } from './ranking-reader';
import { PUBLIC_FILES, RANKING_READER } from './tokens';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const ONE_YEAR = 'public, max-age=31536000, immutable';

@Public()
@ApiExcludeController()
@Controller()
export class PortalController {
  constructor(
    @Inject(RANKING_READER) private readonly reader: RankingReader,
    @Inject(PUBLIC_FILES) private readonly files: PublicFiles,
  ) {}

  /** 400 with a page that says why when a parameter cannot be read. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  @Header('Referrer-Policy', 'no-referrer')
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Cache-Control', 'no-cache')
  async page(
    @Query() parameters: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { query, problems } = readPageQuery(parameters);
    void reply.header('Content-Language', query.language);
    if (problems.length > 0) {
      void reply.status(400);
      return problemPage(problems, query.language, this.addresses()).toString();
    }
    const [answer, asked] = await this.answerTo(query);
    return rankingPage(answer, asked, this.files.rankingView, this.addresses()).toString();
  }

  /** Under its digest a file never changes; under another it is checked again each time. */
  @Get(['portal/:file', 'portal/:digest/:file'])
  @Header('X-Content-Type-Options', 'nosniff')
  file(
    @Param('file') name: string,
    @Param('digest') digest: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    const file = this.files.files.get(name);
    if (!file) throw new NotFoundException(`The portal has no file of this name`);
    void reply.header('Content-Type', file.contentType);
    void reply.header('Cache-Control', digest === this.files.digest ? ONE_YEAR : 'no-cache');
    return file.body;
  }

  private async answerTo(query: PageQuery): Promise<readonly [PortalRanking, PageQuery]> {
    const answer = await this.reader.ranking(query.ranking);
    if (query.ranking.validAt !== undefined) return [answer, query];
    const validAt = defaultDay(answer, query.ranking);
    if (validAt === undefined) return [answer, query];
    const ranking = { ...query.ranking, validAt };
    return [await this.reader.ranking(ranking), { ...query, ranking }];
  }

  private addresses(): PublicAddresses {
    const folder = `/portal/${this.files.digest}`;
    return { stylesheet: `${folder}/portal.css`, script: `${folder}/portal.js` };
  }
}
