import type { ViewReply } from '@jejak/client';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { OPERATED_PROJECTION, type OperatedProjection } from './operated-projection';
import { OperationsRoute } from './operations-route';
import { viewReply } from './replies';
import { viewListSchema } from './schemas/view.schema';

@OperationsRoute()
@Controller('v1/projections')
export class ViewsController {
  constructor(@Inject(OPERATED_PROJECTION) private readonly projection: OperatedProjection) {}

  @Get()
  @ApiOperation({ summary: 'Every view: where it stands, what is parked, what is built beside it' })
  @ApiOkResponse({
    description: 'One entry per view that this process projects.',
    schema: viewListSchema,
  })
  async list(): Promise<{ readonly items: readonly ViewReply[] }> {
    const { operations } = this.projection;
    const entries = await operations.parked();
    const parkedIn = (view: string): number =>
      entries.filter(({ generation, holdsUp }) => generation.name === view && holdsUp === 'live')
        .length;
    return {
      items: this.projection.status().map((status) =>
        viewReply(status, {
          parked: parkedIn(status.name),
          next: operations.build(status.name),
        }),
      ),
    };
  }
}
