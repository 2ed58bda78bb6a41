import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';

import { Public } from '../public-route';
import { METRICS, type ReadMetrics } from './metrics';

/**
 * Public as health is: counts, positions and durations, labelled with names from the code only.
 * Nothing a person or an organization could be told by.
 */
@Public()
@ApiTags('Health')
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly readMetrics: ReadMetrics) {}

  @Get()
  @ApiOperation({ summary: 'Numbers for Prometheus, as they are now' })
  @ApiProduces('text/plain')
  @ApiResponse({ status: 200, description: 'The Prometheus text format, version 0.0.4.' })
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { contentType, text } = await this.readMetrics();
    void reply.header('Content-Type', contentType);
    return text;
  }
}
