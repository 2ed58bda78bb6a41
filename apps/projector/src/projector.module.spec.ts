import type { ProjectionRuntime } from '@jejak/projection';
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
  const application = testing.createNestApplication();
  await application.listen(0, '127.0.0.1');
  const server = application.getHttpServer() as import('node:http').Server;
  server.on('close', () => happened.push('port closed'));
  await application.close();
  expect(happened).toEqual(['start', 'port closed', 'stop']);
});
