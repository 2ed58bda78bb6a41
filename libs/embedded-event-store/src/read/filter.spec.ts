import { encodeEventRecord } from '../storage/event-record';
import { compileFilter } from './filter';

const recordOf = (stream: string, type: string): Buffer =>
  encodeEventRecord({ stream, type, created: 0, recorded: Buffer.from('PactSigned') });

const event = recordOf('pact-36.73', 'PactSigned');

describe('compileFilter', () => {
  it('lets everything pass without a filter', () => {
    expect(compileFilter(undefined)(event)).toBe(true);
  });

  it.each([
    ['stream', ['zone-', 'pact-'], true],
    ['stream', ['Pact'], false],
    ['type', ['Pact'], true],
    ['type', [], false],
    ['type', ['PactSigned'], true],
    ['type', ['PactSignedpact'], false],
    ['stream', ['pact-36.73PactSigned'], false],
  ] as const)('compares the %s with prefixes %j', (on, prefixes, expected) => {
    expect(compileFilter({ on, prefixes, checkpointEvery: 1 })(event)).toBe(expected);
  });

  it.each([
    ['stream', '^pact-\\d', true],
    ['type', '^pact-\\d', false],
  ] as const)('tests the %s against %s', (on, regex, expected) => {
    expect(compileFilter({ on, regex, prefixes: [], checkpointEvery: 1 })(event)).toBe(expected);
  });

  it('compares characters beyond ASCII whole', () => {
    const on = { on: 'stream', prefixes: ['kota-Å'], checkpointEvery: 1 } as const;
    expect(compileFilter(on)(recordOf('kota-Ångström', 'Named'))).toBe(true);
    expect(compileFilter(on)(recordOf('kota-Äpfel', 'Named'))).toBe(false);
  });

  it('judges alike what it has judged before', () => {
    const matches = compileFilter({ on: 'stream', regex: '7$', prefixes: [], checkpointEvery: 1 });
    const numbers = Array.from({ length: 2_500 }, (_, n) => n);
    const found = [...numbers, ...numbers].filter((n) => matches(recordOf(`pact-${n}`, 'Signed')));
    expect(found).toHaveLength(500);
    expect(found.every((n) => n % 10 === 7)).toBe(true);
  });
});
