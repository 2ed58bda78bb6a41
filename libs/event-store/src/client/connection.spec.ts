import { EventStoreAddressInvalid, connector } from './connection';

describe('a connection string', () => {
  it.each(['esdb://127.0.0.1:2113?tls=false', 'esdb+discover://cluster', 'esdb://a,b,c:2113'])(
    '%s is used as it is',
    (connectionString) => {
      expect(() => connector(connectionString)).not.toThrow();
    },
  );

  it.each<[string, string, { username: string; password: string } | undefined]>([
    [
      'plain text, over which the client sends none',
      'esdb://h?tls=false',
      { username: 'a', password: 'b' },
    ],
    [
      'plain text, when it holds them itself',
      'esdb://a:b@h?keepAliveInterval=1&tls=false',
      undefined,
    ],
    ['credentials of its own', 'esdb://a:b@h', { username: 'c', password: 'd' }],
  ])('refuses credentials with %s', (_, connectionString, credentials) => {
    expect(() => connector(connectionString, credentials)).toThrow(/credentials/);
  });

  it('refuses the setting that would hide conflicts', () => {
    expect(() => connector('esdb://h?throwOnAppendFailure=false')).toThrow(/hide conflicts/);
  });

  it.each(['esdb://a:secret@h?tsl=true', 'esdb://a:secret@h?tlsVerifyCert=false'])(
    'refuses an option the client would ignore and never repeats the address: %s',
    (connectionString) => {
      expect(() => connector(connectionString)).toThrow(EventStoreAddressInvalid);
      expect(() => connector(connectionString)).not.toThrow(/secret/);
    },
  );

  it('says nothing of an address that cannot be read but what form it should have', () => {
    const connect = connector('esdb://a:secret@h?keepAliveInterval=soon');
    expect(connect).toThrow('is not of the form esdb://');
    expect(connect).not.toThrow(/secret/);
  });

  it('takes credentials with any character in them', () => {
    const connect = connector('esdb://h:2113', { username: 'a:b@c', password: 'p/?#%' });
    expect(() => connect()).not.toThrow();
  });
});

describe('the address of a Unix socket', () => {
  it.each(['unix:///run/jejak/events', 'unix:/run/jejak/events', 'unix:///run/a b?c=%20'])(
    '%s is used as it is',
    (address) => {
      expect(() => connector(address)()).not.toThrow();
    },
  );

  it.each(['unix:', 'unix://', 'unix:///', 'unix:events', 'unix://host/events'])(
    '%s is refused for its form',
    (address) => {
      expect(() => connector(address)).toThrow(EventStoreAddressInvalid);
      expect(() => connector(address)).toThrow(/unix:\/\/\/absolute\/path/);
    },
  );

  it('refuses credentials, which would not be sent', () => {
    expect(() => connector('unix:///run/events', { username: 'a', password: 'b' })).toThrow(
      /credentials/,
    );
  });
});
