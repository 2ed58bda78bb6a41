import { jejakAfterOf } from '@jejak/http';
import {
  type ContentUse,
  type EvidenceDocument,
  evidenceRegister,
  repeatedContent,
  scorecardId,
} from '@jejak/views';
import { Controller, Get, Param, Req } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { refuseQuery } from '../reading/no-query';
import { QueryRoute } from '../reading/query-route';
import { type Positioned, replyFrom } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';

/** An upload as its receipt vouches for it. */
export interface ReceiptReply extends EvidenceDocument, Positioned {
  /** Earlier uploads of the same file in this scorecard: empty when it had not been seen before. */
  readonly seenBefore: readonly ContentUse[];
}

@ApiTags('Evidence')
@QueryRoute()
@Controller('v1/receipts')
export class ReceiptController {
  constructor(private readonly views: ViewReader) {}

  @Get(':receipt')
  @ApiOperation({
    summary:
      'What a receipt stands for: the file by its digest, when it was recorded, in time or late',
  })
  @ApiParam({ name: 'receipt', example: '36.01-mcp-2018-assets.1.1-0' })
  @ApiOkResponse({ description: 'The upload with every review it got.' })
  @ApiNotFoundResponse({ description: 'No such receipt was given.' })
  async receipt(
    @Param('receipt') receipt: string,
    @Req() request: FastifyRequest,
  ): Promise<ReceiptReply> {
    refuseQuery(request.query);
    const reading = await this.views.reading(
      [evidenceRegister, repeatedContent],
      jejakAfterOf(request),
    );
    const upload = await reading.existing(evidenceRegister, receipt, `receipt ${receipt}`);
    const id = `${scorecardId(upload)}/${upload.sha256}`;
    const uses = (await reading.document(repeatedContent, id))?.uses ?? [];
    const place = uses.findIndex((use) => use.receipt === receipt);
    return replyFrom(reading, { ...upload, seenBefore: uses.slice(0, Math.max(place, 0)) });
  }
}
