import { readSettings } from '@jejak/config';
import { runProgram, runService, startService, withoutCredentials } from '@jejak/service';

import { queryApiParts } from './assemble';

runProgram(async () => {
  const settings = readSettings(process.env, 'query-api');
  const service = await startService('query-api', settings, (tools) =>
    queryApiParts(settings, tools),
  );
  await runService(service, {
    service: 'query-api',
    url: service.url,
    page: `${service.url}/`,
    docs: `${service.url}/docs`,
    health: `${service.url}/health/ready`,
    eventStore: withoutCredentials(settings.eventStoreUrl),
    readStore: withoutCredentials(settings.mongoUrl),
  });
});
