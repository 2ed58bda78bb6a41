import { version } from '@jejak/config';

import { bytesText } from './bytes';
import { nodeBlock, nodeLine, type NodeReport } from './event-store';

const report: NodeReport = {
  connectionString: 'esdb://127.0.0.1:2113?tls=false',
  socketAddress: null,
  dataDirectory: '/data/events',
  found: { events: 12, position: 4_096 },
  access: 'this machine',
  pid: 42,
};

describe('what is said of a node that has started', () => {
  it('is aligned for a person', () => {
    expect(nodeBlock(report).split('\n')).toEqual([
      `  Jejak       ${version} event store`,
      '  connection  esdb://127.0.0.1:2113?tls=false',
      '  data        /data/events',
      '  log         12 events, the last at position 4096',
      '  callers     this machine',
      "  use it      EVENTSTORE_URL='esdb://127.0.0.1:2113?tls=false' npm start",
      '  stop        Ctrl-C, or: kill 42',
    ]);
  });

  it('names a socket beside the port, and once when there is no port', () => {
    const socketAddress = 'unix:///run/events';
    expect(nodeBlock({ ...report, socketAddress })).toContain(`  socket      ${socketAddress}\n`);
    const only = nodeBlock({ ...report, connectionString: socketAddress, socketAddress });
    expect(only).toContain(`  connection  ${socketAddress}\n`);
    expect(only).not.toContain('  socket ');
  });

  it('says when the log is empty', () => {
    expect(nodeBlock({ ...report, found: { events: 0, position: null } })).toContain(
      'no event yet',
    );
  });

  it('is one line of JSON for a program', () => {
    const { found, socketAddress, ...rest } = report;
    expect(JSON.parse(nodeLine(report))).toEqual({
      event: 'started',
      version,
      service: 'event-store',
      ...rest,
      ...found,
    });
    expect(socketAddress).toBeNull();
  });
});

it.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [1_024, '1.0 KiB'],
  [1_572_864, '1.5 MiB'],
  [3 * 2 ** 40, '3.0 TiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
