import { dialledBy } from './advertised-address';

const at = (host: string, advertisedHost: string | null = null) => ({
  tcp: { host, port: 0 },
  advertisedHost,
});

describe('what a client that discovers the node is told to dial', () => {
  it('is the host it listens on', () => {
    expect(dialledBy('other:1', at('127.0.0.1'), 2113)).toEqual({ host: '127.0.0.1', port: 2113 });
    expect(dialledBy('other:1', at('::1'), 2113)).toEqual({ host: '[::1]', port: 2113 });
  });

  it('is the advertised host when there is one', () => {
    expect(dialledBy('other:1', at('0.0.0.0', 'events.example'), 2113)).toEqual({
      host: 'events.example',
      port: 2113,
    });
  });

  it.each(['0.0.0.0', '::'])('is what it has dialled itself when the host is %s', (host) => {
    expect(dialledBy('events.example:9113', at(host), 2113)).toEqual({
      host: 'events.example',
      port: 9113,
    });
    expect(dialledBy('[fd00::1]:9113', at(host), 2113)).toEqual({ host: '[fd00::1]', port: 9113 });
    expect(dialledBy('events.example', at(host), 2113)).toEqual({
      host: 'events.example',
      port: 2113,
    });
  });
});
