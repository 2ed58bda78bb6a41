import { compileFilter } from './filter';

const event = { stream: 'pact-36.73', type: 'PactSigned' };

describe('compileFilter', () => {
  it('lets everything pass without a filter', () => {
    expect(compileFilter(undefined)(event)).toBe(true);
  });

  it.each([
    ['stream', ['zone-', 'pact-'], true],
    ['stream', ['Pact'], false],
    ['type', ['Pact'], true],
    ['type', [], false],
  ] as const)('compares the %s with prefixes %j', (on, prefixes, expected) => {
    expect(compileFilter({ on, prefixes, checkpointEvery: 1 })(event)).toBe(expected);
  });

  it.each([
    ['stream', '^pact-\\d', true],
    ['type', '^pact-\\d', false],
  ] as const)('tests the %s against %s', (on, regex, expected) => {
    expect(compileFilter({ on, regex, prefixes: [], checkpointEvery: 1 })(event)).toBe(expected);
  });
});
