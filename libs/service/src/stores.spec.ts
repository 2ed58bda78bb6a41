import { createClosings } from './closings';
import { StoreUrlUnusable, openEventStore, openReadStore, withoutCredentials } from './stores';

describe('a connection string', () => {
  it.each([
    ['esdb://admin:hunter2@a:2113,b:2113?tls=true', 'esdb://a:2113,b:2113'],
    ['mongodb://jejak:p@ss@a,b/jejak?replicaSet=rs0', 'mongodb://a,b/jejak'],
    ['esdb://a:2113', 'esdb://a:2113'],
  ])('%s is shown without user, password and options', (url, shown) => {
    expect(withoutCredentials(url)).toBe(shown);
  });

  it.each([
    [openEventStore, 'esdb://admin:hunter2@a:2113?tls=false'],
    [openEventStore, 'esdb://admin:hunter2'],
    [openEventStore, 'http://admin:hunter2@a'],
    [openReadStore, 'mongodb//admin:hunter2@a'],
    [openReadStore, 'mongodb://admin:hunter2@'],
    [openReadStore, 'mongodb://admin:hunter2@a/?noSuchOption=1'],
  ])('that %p does not take is refused by the name of its setting and not shown', (open, url) => {
    const refusal = refusalOf(() => open(url, createClosings()));
    expect(refusal.message).toMatch(/^(EVENTSTORE_URL|MONGODB_URL) cannot be used: /);
    expect(refusal.message + (refusal.stack ?? '')).not.toContain('hunter2');
  });
});

function refusalOf(open: () => unknown): StoreUrlUnusable {
  try {
    open();
  } catch (error) {
    if (error instanceof StoreUrlUnusable) return error;
    throw error;
  }
  throw new Error('The connection string was taken');
}
