import { version } from '@jejak/config';

import {
  readStoreBlock,
  readStoreLine,
  type ReadStoreReport,
  readStoreVerificationLines,
} from './read-store';

const report: ReadStoreReport = {
  connectionString: 'mongodb://127.0.0.1:27017/?directConnection=true',
  socketConnectionString: null,
  dataDirectory: '/data/views',
  found: { collections: 12 },
  isOpenToAll: false,
  pid: 42,
};

describe('what is said of a read store that has started', () => {
  it('is aligned for a person', () => {
    expect(readStoreBlock(report).split('\n')).toEqual([
      `  Jejak       ${version} read store`,
      '  connection  mongodb://127.0.0.1:27017/?directConnection=true',
      '  data        /data/views',
      '  views       12 collections',
      '  callers     this machine',
      "  use it      MONGODB_URL='mongodb://127.0.0.1:27017/?directConnection=true' npm start",
      '  stop        Ctrl-C, or: kill 42',
    ]);
  });

  it('says who may call at a socket, and at a port that is open to all', () => {
    const socketConnectionString = 'mongodb://%2Frun%2Fs/?directConnection=true';
    const both = readStoreBlock({ ...report, socketConnectionString, isOpenToAll: true });
    expect(both).toContain(`  socket      ${socketConnectionString}\n`);
    expect(both).toContain('WITHOUT PROTECTION; your own user at the socket');
    const connectionString = socketConnectionString;
    const only = readStoreBlock({ ...report, connectionString, socketConnectionString });
    expect(only).toContain('  callers     your own user at the socket\n');
  });

  it('is one line of JSON for a program', () => {
    expect(JSON.parse(readStoreLine(report))).toEqual({
      event: 'started',
      version,
      service: 'read-store',
      connectionString: report.connectionString,
      dataDirectory: '/data/views',
      collections: 12,
      isOpenToAll: false,
      pid: 42,
    });
  });
});

it('A verification says what it read, and names the fault', () => {
  const found = { collections: 1, documents: 1_200, entries: 2_400, fault: null };
  expect(readStoreVerificationLines('/v', found)).toEqual([
    '  Nothing is wrong in /v: 1,200 documents in 1 collection, 2,400 in indexes.',
  ]);
  expect(
    readStoreVerificationLines('/v', { ...found, fault: 'v.c: an entry is missing' }),
  ).toContain('  v.c: an entry is missing');
});
