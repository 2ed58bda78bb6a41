import { connectionStringOf, listeningOf, socketAddressOf } from './listening';
import { type EmbeddedEventStoreOptions } from './options';

const user = { name: 'jejak', password: 'secret' };

const check = (options: Omit<EmbeddedEventStoreOptions, 'directory'>) =>
  listeningOf({ directory: '/data', ...options });

/** What the options are refused with: its code and its words. */
function refusalOf(options: Omit<EmbeddedEventStoreOptions, 'directory'>): string {
  try {
    check(options);
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message}`;
  }
  throw new Error('The options were accepted');
}

describe('where a node listens', () => {
  it('is the loopback address unless told otherwise', () => {
    expect(check({}).tcp).toEqual({ host: '127.0.0.1', port: 0 });
  });

  it.each(['localhost', '127.0.0.1', '127.9.9.9', '::1'])('may be %s without leave', (host) => {
    expect(check({ host }).tcp?.host).toBe(host);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', 'events.example', '127.0.0.1.example', ''])(
    'is %j only when other machines were said to be welcome',
    (host) => {
      expect(refusalOf({ host })).toMatch(/remote-refused: .*not asked for/);
      expect(refusalOf({ host, remote: 'protected' })).toMatch(
        /remote-refused: .*TLS and a user are needed/,
      );
      expect(check({ host, remote: 'unprotected' }).tcp?.host).toBe(host);
    },
  );

  it('is a Unix socket alone when there is no port, and then has nothing of a port', () => {
    const socketOnly = check({ port: null, unixSocket: '/run/events' });
    expect(socketOnly).toMatchObject({ tcp: null, unixSocket: '/run/events' });
    expect(connectionStringOf(socketOnly, null)).toBe('unix:///run/events');
    expect(refusalOf({ port: null })).toMatch(/options-contradictory: .*Unix socket/);
    expect(refusalOf({ port: null, unixSocket: '/run/events', advertisedHost: 'events' })).toMatch(
      /options-contradictory: .*for a port/,
    );
  });

  it('is no socket whose path the system would cut', () => {
    expect(refusalOf({ unixSocket: `/run/${'x'.repeat(99)}` })).toMatch(
      /options-contradictory: .*too long/,
    );
    expect(refusalOf({ unixSocket: `/run/${'x'.repeat(89)}/s` })).toMatch(
      /options-contradictory: .*too long/,
    );
  });
});

describe('a user', () => {
  it('is refused without TLS, over which no client sends credentials', () => {
    expect(refusalOf({ user })).toMatch(/options-contradictory: .*without TLS/);
  });

  it('never appears in what a refusal says', () => {
    expect(() => check({ user })).not.toThrow(/secret/);
  });
});

it('A certificate that cannot be used is refused before anything starts', () => {
  const tls = { certificate: 'no certificate', key: 'no key' };
  expect(refusalOf({ tls })).toMatch(/tls-unusable: .*cannot be used/);
});

describe('the connection string', () => {
  const string = (options: Omit<EmbeddedEventStoreOptions, 'directory'>) =>
    connectionStringOf(check(options), 2113);

  it('names what a client can dial', () => {
    expect(string({})).toBe('esdb://127.0.0.1:2113?tls=false');
    expect(string({ host: '0.0.0.0', remote: 'unprotected' })).toBe(
      'esdb://127.0.0.1:2113?tls=false',
    );
    expect(string({ host: '0.0.0.0', remote: 'unprotected', advertisedHost: 'events' })).toBe(
      'esdb://events:2113?tls=false',
    );
  });

  it('is the port’s when there is a socket beside it', () => {
    const both = check({ unixSocket: '/run/events' });
    expect(connectionStringOf(both, 1)).toBe('esdb://127.0.0.1:1?tls=false');
    expect(socketAddressOf(both)).toBe('unix:///run/events');
  });
});
