import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';

import { PROJECTION_RUNTIME, ProjectorModule } from './projector.module';
import type { ProjectionRuntime } from '@jejak/projection';

const store = { subscribe: () => [], head: () => Promise.resolve(null) };

@Module({
  providers: [
    { provide: 'store', useValue: store },
    { provide: 'db', useValue: { admin: () => ({ command: () => Promise.resolve({}) }) } },
  ],
  exports: ['store', 'db'],
})
class Stores {}

it('The projector module starts its runtime with the application and stops it with it', async () => {
  const projector = ProjectorModule.register({
    imports: [Stores],
    eventStore: 'store',
    database: 'db',
    views: [],
  });
  const application = await Test.createTestingModule({ imports: [projector] }).compile();
  const runtime = application.get<ProjectionRuntime>(PROJECTION_RUNTIME);
  await application.init();
  await expect(runtime.start()).rejects.toThrow('once');
  await application.close();
  expect(runtime.status()).toEqual([]);
});
