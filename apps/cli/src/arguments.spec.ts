import { InvalidArgumentError } from 'commander';

import { folderName, hostName, portNumber } from './arguments';

const refused = (parse: (text: string) => unknown, texts: readonly string[]): string[] =>
  texts.filter((text) => {
    try {
      parse(text);
      return false;
    } catch (error) {
      return error instanceof InvalidArgumentError;
    }
  });

it.each<[string, (text: string) => unknown, string[], string[]]>([
  ['port', portNumber, ['0', '2113', '65535'], ['-1', '65536', '2.5', 'x']],
  ['folder', folderName, ['data', ' a', '/'], ['', '  ']],
  [
    'host',
    hostName,
    ['events', 'events.example', 'a_b-c.', '10.0.0.1', '::1', '0.0.0.0'],
    ['', ' ', 'a b', 'a/b', 'a:1', 'a@b', '-a', 'a?b'],
  ],
])('A %s is taken where it can be one', (_, parse, good, bad) => {
  expect(refused(parse, [...good, ...bad])).toEqual(bad);
});
