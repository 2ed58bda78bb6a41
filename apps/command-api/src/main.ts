import { readSettings } from '@jejak/config';
import {
  runProgram,
  runService,
  startService,
  tokensInWords,
  withoutCredentials,
} from '@jejak/service';

import { commandApiParts } from './assemble';

runProgram(async () => {
  const settings = readSettings(process.env, 'command-api');
  const service = await startService('command-api', settings, (tools) =>
    commandApiParts(settings, tools),
  );
  await runService(service, {
    service: 'command-api',
    url: service.url,
    docs: `${service.url}/docs`,
    health: `${service.url}/health/ready`,
    eventStore: withoutCredentials(settings.eventStoreUrl),
    tokens: tokensInWords(settings),
  });
});
