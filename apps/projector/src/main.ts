import { readSettings } from '@jejak/config';
import {
  runProgram,
  runService,
  startService,
  tokensInWords,
  withoutCredentials,
} from '@jejak/service';

import { projectorParts } from './assemble';

runProgram(async () => {
  const settings = readSettings(process.env, 'projector');
  const service = await startService('projector', settings, (tools) =>
    projectorParts(settings, tools),
  );
  await runService(service, {
    service: 'projector',
    url: service.url,
    docs: `${service.url}/docs`,
    health: `${service.url}/health/ready`,
    eventStore: withoutCredentials(settings.eventStoreUrl),
    readStore: withoutCredentials(settings.mongoUrl),
    tokens: tokensInWords(settings),
  });
});
