import { version } from '@jejak/config';

import { startupBlock, startupLine } from './startup-block';

const projector = {
  service: 'projector',
  url: 'http://127.0.0.1:3636',
  health: 'http://127.0.0.1:3636/health/ready',
  eventStore: 'esdb://a,b,c',
  readStore: 'mongodb://a',
};

describe('what is said at the start', () => {
  it('is aligned for a person and silent about what the process does not have', () => {
    expect(startupBlock(projector).split('\n')).toEqual([
      `  Jejak        ${version} projector`,
      '  health       http://127.0.0.1:3636/health/ready',
      '  event store  esdb://a,b,c',
      '  read store   mongodb://a',
      '  telemetry    none: nothing leaves this machine',
    ]);
  });

  it('says how far the views are and where the data is when everything is in one process', () => {
    const lines = (lagSeconds: number | null, dataDirectory: string | null) =>
      startupBlock({ ...projector, service: 'jejak', lagSeconds, dataDirectory });
    expect(lines(1.25, '/data')).toMatch(
      /read store {3}mongodb:\/\/a \(1\.3 s behind\)\n {2}data +\/data/,
    );
    expect(lines(null, null)).toMatch(/\(catching up\)\n {2}data +in the servers above/);
    expect(lines(null, null)).toContain(`${version}\n`);
  });

  it('is one line of JSON for a program', () => {
    expect(JSON.parse(startupLine(projector))).toEqual({ event: 'started', version, ...projector });
  });
});
