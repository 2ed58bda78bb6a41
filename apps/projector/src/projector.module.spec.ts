import { createHttpAdapter } from '@jejak/http';
import type { ProjectionRuntime } from '@jejak/projection';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

import { ProjectorModule } from './projector.module';

it('The projection starts before the clock and stops after it, once the port is closed', async () => {
  const happened: string[] = [];
  const noting = (what: string) => () => {
    happened.push(what);
    return Promise.resolve();
  };
  const projection = { start: noting('start'), stop: noting('stop') } as ProjectionRuntime;
  const clock = {
    start: () => happened.push('clock start'),
    stop: noting('clock stop'),
  };
  const testing = await Test.createTestingModule({
    imports: [ProjectorModule.with(projection, clock)],
  }).compile();
  const application = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter());
  await application.listen(0, '127.0.0.1');
  application.getHttpServer().on('close', () => happened.push('port closed'));
  await application.close();
  expect(happened).toEqual(['start', 'clock start', 'port closed', 'clock stop', 'stop']);
});
