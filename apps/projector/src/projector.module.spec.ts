import { createHttpAdapter } from '@jejak/http';
import type { ProjectionRuntime } from '@jejak/projection';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

import { ProjectorModule } from './projector.module';

it('The projection starts with the application and stops after its port is closed', async () => {
  const happened: string[] = [];
  const noting = (what: string) => () => {
    happened.push(what);
    return Promise.resolve();
  };
  const projection = { start: noting('start'), stop: noting('stop') } as ProjectionRuntime;
  const testing = await Test.createTestingModule({
    imports: [ProjectorModule.with(projection)],
  }).compile();
  const application = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter());
  await application.listen(0, '127.0.0.1');
  application.getHttpServer().on('close', () => happened.push('port closed'));
  await application.close();
  expect(happened).toEqual(['start', 'port closed', 'stop']);
});
