import { type Exchange, InExchange, jejakAfterOf } from '@jejak/http';
import {
  complaintBoard,
  type ComplaintDocument,
  complaintRegister,
  complaintsOf,
  complaintsUntil,
} from '@jejak/views';
import { Controller, Get, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { InForms, ListRoute } from '../reading/list-route';
import { type ListReply, Lists } from '../reading/lists';
import { todayInJakarta } from '../reading/moments';
import { QueryRoute } from '../reading/query-route';
import { type Positioned, replyFrom } from '../reading/replies';
import { inForm } from '../reading/row-stream';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import { complaintList } from './complaint.list';
import { ComplaintBoardQuery, ComplaintsQuery } from './complaint.query';
import { type BoardReply, boardTable } from './complaint.table';

/** More regions than there are governments in Indonesia (546), with room for new ones. */
const everyRegion = 2_000;

@ApiTags('Complaints')
@QueryRoute()
@Controller('v1/complaints')
export class ComplaintController {
  constructor(
    private readonly lists: Lists,
    private readonly views: ViewReader,
    private readonly regions: RegionIds,
  ) {}

  @Get()
  @ListRoute(
    'How complaints go: terms kept or not, never what they say or who made them',
    complaintList,
  )
  complaints(
    @Query() query: ComplaintsQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ListReply<ComplaintDocument>> {
    return this.lists.answer(complaintList, query, exchange);
  }

  @Get('board')
  @ApiOperation({ summary: 'How many complaints were forwarded and answered in time, by region' })
  @InForms('Counts from the beginning of the record up to the day.')
  async board(
    @Query() query: ComplaintBoardQuery,
    @InExchange() exchange: Exchange,
  ): Promise<BoardReply | StreamableFile> {
    const { region, asOf = todayInJakarta() } = query;
    const views = [complaintBoard, ...this.regions.viewsToName(region)];
    const reading = await this.views.reading(views, jejakAfterOf(exchange.request));
    const filter = await this.regions.within(region, reading, asOf);
    const all = { filter, sort: { _id: 1 }, limit: everyRegion } as const;
    const found = await reading.documents(complaintBoard, all);
    const byRegion = found.map(({ document }) => complaintsUntil(document, asOf));
    const reply = replyFrom(reading, { asOf, total: complaintsOf(byRegion), byRegion });
    return inForm(reply, boardTable, query, exchange);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One complaint by its tracking identifier' })
  @ApiParam({ name: 'id', example: '7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03' })
  @ApiOkResponse({ description: 'Its terms and how far it came.' })
  @ApiNotFoundResponse({ description: 'No complaint has this identifier.' })
  async complaint(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<ComplaintDocument & Positioned> {
    const reading = await this.views.reading([complaintRegister], jejakAfterOf(request));
    return replyFrom(reading, await reading.existing(complaintRegister, id, `complaint ${id}`));
  }
}
