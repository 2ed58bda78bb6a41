import type { BuildReply, GenerationReply } from '@jejak/client';
import { TakesNoBody, problem } from '@jejak/http';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
} from '@nestjs/swagger';

import { BuildBody } from './build.body';
import { OPERATED_PROJECTION, type OperatedProjection } from './operated-projection';
import { OperationsRoute } from './operations-route';
import { buildReply, generationReply } from './replies';
import { buildSchema, switchedSchema } from './schemas/build.schema';

@OperationsRoute()
@ApiParam({ name: 'view', example: 'ranking' })
@Controller('v1/projections/:view/build')
export class BuildsController {
  constructor(@Inject(OPERATED_PROJECTION) private readonly projection: OperatedProjection) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Build a view beside the live one; queries notice nothing',
    description: 'Answers with the rebuild under way when there is one, with the new throttle.',
  })
  @ApiAcceptedResponse({
    description: 'The build as it stands; it goes on after a restart.',
    schema: buildSchema,
  })
  async start(@Param('view') view: string, @Body() body: BuildBody): Promise<BuildReply> {
    const { operations } = this.projection;
    const throttle = body.throttle ?? null;
    if (body.purpose === 'rebuild') return buildReply(await operations.rebuild(view, { throttle }));
    if (throttle !== null) throw rollbackThrottled();
    return buildReply(await operations.rollback(view));
  }

  @Get()
  @ApiOperation({ summary: 'How far the build is, and what a switch would change' })
  @ApiOkResponse({
    description: 'State, progress, and the difference once compared.',
    schema: buildSchema,
  })
  read(@Param('view') view: string): BuildReply {
    const build = this.projection.operations.build(view);
    if (build === null) {
      const detail = `Nothing is built beside the live view ${view}.`;
      throw problem('projection.no-build', { detail });
    }
    return buildReply(build);
  }

  @Post('switch')
  @HttpCode(200)
  @TakesNoBody()
  @ApiOperation({ summary: 'Let queries read the build; the other is kept to roll back to' })
  @ApiOkResponse({
    description: 'The generation that is read from now on.',
    schema: switchedSchema,
  })
  async switchOver(@Param('view') view: string): Promise<{ readonly generation: GenerationReply }> {
    return { generation: generationReply(await this.projection.operations.switchOver(view)) };
  }

  @Delete()
  @HttpCode(204)
  @TakesNoBody()
  @ApiOperation({ summary: 'Give the build up; the live view is not touched' })
  @ApiNoContentResponse({ description: 'What it wrote is removed.' })
  async cancel(@Param('view') view: string): Promise<void> {
    await this.projection.operations.cancel(view);
  }
}

function rollbackThrottled() {
  return problem('request.invalid', {
    field: 'throttle',
    detail: 'A rollback only catches up and is not throttled.',
    fix: 'Leave throttle out.',
  });
}
