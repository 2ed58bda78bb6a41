import { viewsHealth } from './health';

const views = [
  { name: 'ranking', version: 2 },
  { name: 'audit-trail', version: 1 },
];

describe('The views are ready', () => {
  it('when their positions can be read, also before the first event', async () => {
    const positionOf = ({ name }: { readonly name: string }) =>
      Promise.resolve(name === 'ranking' ? { commit: 9n, prepare: 8n } : null);
    const health = await viewsHealth({ positionOf }, views);
    expect(health).toEqual({ ready: true, positions: { ranking: '9/8', 'audit-trail': null } });
  });

  it('not when one cannot be read, and say why', async () => {
    const positionOf = () => Promise.reject(new Error('no primary'));
    expect(await viewsHealth({ positionOf }, views)).toEqual({ ready: false, error: 'no primary' });
  });
});
