import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';

import { Public } from '../public-route';
import { READINESS, type ReadReadiness, type Readiness } from './readiness';

@Public()
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(@Inject(READINESS) private readonly readReadiness: ReadReadiness) {}

  /**
   * Answering is the whole of the check, and it is enough to find a process whose event loop hangs:
   * then nothing is answered here either, and whoever asks with a deadline knows. It looks at no
   * store, for a store that is away must not get the process restarted.
   */
  @Get('live')
  @ApiOperation({ summary: 'The process answers; says nothing about its stores' })
  live(): { readonly status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Stores reachable and views following, part by part' })
  @ApiResponse({
    status: 200,
    description: 'Every part is ready; `degraded` when one needs an operator.',
  })
  @ApiResponse({ status: 503, description: 'Some part is not; the body says which.' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.readReadiness();
    if (!readiness.ready) void reply.status(503);
    return readiness;
  }
}
