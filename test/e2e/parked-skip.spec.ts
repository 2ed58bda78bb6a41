import { commandsOf } from './support/http';
import { runJejak } from './support/jejak-process';
import { type Service, cleanUp, startService } from './support/service';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(cleanUp);

const reason = 'Recorded twice by a fault of the importer';

const skip = (key: string, ...rest: string[]) =>
  runJejak([
    ...['parked', 'skip', 'ranking', key, '--reason', 'Another reason, given later'],
    ...['--url', service.url, '--data', service.data, ...rest],
  ]);

/** As the command line does for an event that is parked. */
async function leaveOut(key: string): Promise<void> {
  const send = commandsOf(service, { as: 'maintainer', subject: 'rina' });
  const { status } = await send('/v1/projection/ranking/skip-parked-event', {
    kind: 'document',
    key,
    eventId: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    stream: 'scorecard-36.73-mcp-2019',
    revision: '3',
    type: 'PublishedScoreRecorded',
    position: '48211/48190',
    reason,
  });
  expect(status).toBe(201);
}

describe('jejak parked skip, of what is not parked', () => {
  const key = 'MCP/2019/36';

  it('says when and why it was left out before, and exits 0', async () => {
    await leaveOut(key);
    const { code, stdout, stderr } = await skip(key);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Left out already: document ${key} of ranking`);
    expect(stdout).toMatch(/decided +\d{4}-\d\d-\d\dT[\d:.]+Z, by rina\n/);
    expect(stdout).toContain(reason);
    const asJson = await skip(key, '--json');
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      outcome: 'skipped-before',
      decision: { key, reason, skippedBy: 'rina' },
    });
  });

  it.each([[['MCP/2020/36']], [[key, '--kind', 'stream']]])(
    'exits 1 when it was not: %j',
    async ([name, ...kind]) => {
      const { code, stdout, stderr } = await skip(name!, ...kind);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('No event is parked');
    },
  );
});
