import { RequestRefused } from '@jejak/client';
import { type ParkedEventSkipped } from '@jejak/domain';

import { earlierSkipLines } from '../render/earlier-skip';
import { refusal } from '../testing/fake-operations';
import { findEarlierSkip } from './earlier-skip';

const decision: ParkedEventSkipped['data'] = {
  view: 'ranking',
  kind: 'document',
  key: 'MCP/2019/36',
  event: {
    id: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    stream: 'scorecard-36.73-mcp-2019',
    revision: '3',
    type: 'PublishedScoreRecorded',
    position: '7/7',
  },
  reason: 'Recorded twice by a fault of the importer',
  skippedBy: 'demo-maintainer',
};

const recorded = (data: object, position = '99/99', type = 'ParkedEventSkipped') => ({
  type,
  position,
  metadata: { recordedAt: '2026-01-03T00:00:00.000Z' },
  data,
});

/** A log that shows these pages, newest first. */
function logOf(...pages: readonly (readonly object[])[]) {
  const asked: string[] = [];
  const get = (address: string): Promise<never> => {
    const items = pages[asked.length];
    asked.push(address);
    const next = asked.length < pages.length ? `/page/${asked.length}` : null;
    return Promise.resolve({ items, next } as never);
  };
  return { asked, client: { get } };
}

const { view, key } = decision;

describe('a decision taken before', () => {
  it('is found by view and key in the log of the view, with when and why', async () => {
    const log = logOf([recorded(decision)]);
    expect(await findEarlierSkip(log.client, { view, key })).toEqual({
      decision,
      recordedAt: '2026-01-03T00:00:00.000Z',
      position: '99/99',
    });
    expect(log.asked).toEqual([
      '/v1/audit/streams/projection-ranking?direction=backwards&limit=500',
    ]);
  });

  it('is the newest where there are several, on whatever page', async () => {
    const others = recorded({ ...decision, key: 'MCP/2020/36' }, '120/120');
    const log = logOf([others], [others, recorded(decision)], [recorded(decision, '50/50')]);
    expect(await findEarlierSkip(log.client, { view, key })).toMatchObject({ position: '99/99' });
    expect(log.asked.slice(1)).toEqual(['/page/1']);
  });

  it('of another kind is none where the kind is named', async () => {
    const stream = await findEarlierSkip(logOf([recorded(decision)]).client, {
      view,
      key,
      kind: 'stream',
    });
    expect(stream).toBeNull();
  });

  it('is none where another event stands, or nothing does', async () => {
    const other = logOf([recorded(decision, '99/99', 'PactSigned')], []);
    expect(await findEarlierSkip(other.client, { view, key })).toBeNull();
    const unknown = () => Promise.reject(refusal(404, 'resource.not-found'));
    expect(await findEarlierSkip({ get: unknown }, { view, key })).toBeNull();
  });

  it('is not taken for none where the log cannot be read', async () => {
    const away = () => Promise.reject(refusal(503, 'store.unavailable'));
    await expect(findEarlierSkip({ get: away }, { view, key })).rejects.toThrow(RequestRefused);
  });

  it('is told with what is left out of what, when, by whom and why', () => {
    const shown = earlierSkipLines({ decision, recordedAt: '2026-01-03', position: '99/99' });
    expect(shown.join('\n')).toMatch(
      /already: document MCP\/2019\/36 of ranking[^]+revision 3 of scorecard[^]+2026-01-03, by demo-maintainer[^]+99\/99[^]+fault of the importer/,
    );
  });
});
