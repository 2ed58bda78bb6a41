import { ViewBeingBuilt, type ReadableView, type Standing } from '@jejak/projection';

import { viewsHealth } from './health';

const ranking = { name: 'ranking', version: 2, readsFrom: 1 };
const trail = { name: 'audit-trail', version: 3 };

const served = ({ name }: ReadableView): Promise<Standing> =>
  Promise.resolve(
    name === 'ranking'
      ? {
          generation: { name, version: 1, build: 4 },
          position: { commit: 9n, prepare: 8n },
          parked: 2,
        }
      : { generation: { name, version: 3, build: 1 }, position: null, parked: 0 },
  );
const rankingHealth = { state: 'served', position: '9/8', version: 1, build: 4, parked: 2 };

describe('The views are ready', () => {
  it('when each can be read, also before the first event and from an older version', async () => {
    expect(await viewsHealth({ standing: served }, [ranking, trail])).toEqual({
      ready: true,
      views: {
        ranking: rankingHealth,
        'audit-trail': { state: 'served', position: null, version: 3, build: 1, parked: 0 },
      },
    });
  });

  it('not while one is being built that cannot be read; the others are shown all the same', async () => {
    const standing = (view: ReadableView) =>
      view.name === 'ranking' ? served(view) : Promise.reject(new ViewBeingBuilt(view, 70));
    expect(await viewsHealth({ standing }, [ranking, trail])).toEqual({
      ready: false,
      views: {
        ranking: rankingHealth,
        'audit-trail': {
          ...{ state: 'being built', position: null, version: 3, build: null, parked: 0 },
          eventsBuilt: 70,
        },
      },
    });
  });

  it('not when they cannot be read, and say why', async () => {
    const standing = () => Promise.reject(new Error('no primary'));
    expect(await viewsHealth({ standing }, [ranking])).toEqual({
      ready: false,
      error: 'no primary',
    });
  });
});
