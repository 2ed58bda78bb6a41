import { anyView, createProjectionRuntime, type ProjectionRuntime } from '@jejak/projection';
import type { FoldedView } from '@jejak/views/view';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { status } from '@grpc/grpc-js';
import { type Db, MongoClient } from 'mongodb';

import { caughtUp, confirmation, recorded } from '../event-store/scripted-answers';
import type { ReadCall } from '../event-store/scripted-server';
import { lostRead, useScriptedStore, waitFor } from '../event-store/scripted-store';
import { startReadStoreUnderTest, type ReadStoreUnderTest } from '../read-store-under-test';
import { documentsOf } from './stores';

const scripted = useScriptedStore();
const patience = 8_000;
const timeLimit = 20_000;
const last = 20;

/** Which editions were published, in the order in which they were folded. */
const editionsView: FoldedView<{ readonly versions: readonly number[] }> = {
  name: 'editions',
  version: 1,
  eventTypes: ['FrameworkPublished'],
  documentsOf: ({ event }) => (event.type === 'FrameworkPublished' ? [event.data.instrument] : []),
  apply: (before, { event }) =>
    event.type === 'FrameworkPublished'
      ? { versions: [...(before?.versions ?? []), event.data.version] }
      : before,
  indexes: [],
};
const editions = anyView(editionsView);

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** After which event a subscription asks to go on; 0 for the beginning. */
function afterOf(call: ReadCall): number {
  const position = call.request.getOptions()?.getAll()?.getPosition();
  return Number(position?.getCommitPosition() ?? 0);
}

/** A checkpoint of the server: everything up to there was looked at. */
function checkpointReached(place: number): ReadResp {
  const checkpoint = new ReadResp.Checkpoint();
  checkpoint.setCommitPosition(place.toString());
  checkpoint.setPreparePosition(place.toString());
  const response = new ReadResp();
  response.setCheckpoint(checkpoint);
  return response;
}

/** What a healthy server does. */
function serve(call: ReadCall): void {
  call.write(confirmation());
  for (const number of range(afterOf(call) + 1, last)) call.write(recorded(number));
  call.write(caughtUp());
}

describe('The runtime, when the event store does what no server should', () => {
  let readStore: ReadStoreUnderTest;
  let mongo: MongoClient;
  let db: Db;
  let runtime: ProjectionRuntime;
  let databases = 0;

  beforeAll(async () => {
    readStore = await startReadStoreUnderTest();
    mongo = await new MongoClient(readStore.connectionString).connect();
  }, timeLimit);
  afterAll(async () => {
    await mongo.close();
    await readStore.stop();
  }, timeLimit);

  beforeEach(() => {
    databases += 1;
    db = mongo.db(`traps-${process.pid.toString()}-${databases.toString()}`);
    scripted.server.onReadAll = (call) => {
      call.write(recorded(last));
      call.end();
    };
    scripted.server.onRead = (call) => {
      call.end();
    };
    runtime = createProjectionRuntime({
      store: scripted.store,
      db,
      views: [editions],
      retryDelay: () => 20,
      headIntervalMilliseconds: 20,
      stallMilliseconds: 200,
      limits: { events: 3 },
      eventsPerCheckpoint: 3,
      logger: () => undefined,
    });
  });
  afterEach(async () => {
    await runtime.stop();
    await db.dropDatabase();
  });

  const first = (trap: (call: ReadCall) => void): void => {
    let calls = 0;
    scripted.server.onSubscribe = (call) => {
      calls += 1;
      if (calls === 1) trap(call);
      else serve(call);
    };
  };

  /** The checkpoint is read first, so that the document may only be further. */
  const expectCheckpointBehind = async (): Promise<void> => {
    const checkpoint = await db.collection('checkpoints').findOne({ view: 'editions' });
    const reached = Number(checkpoint?.['position']?.commit ?? 0);
    const contents = await documentsOf(db, editions);
    const { versions } = (contents['MCP'] ?? { versions: [] }) as { versions: number[] };
    expect(versions.at(-1) ?? 0).toBeGreaterThanOrEqual(reached);
  };

  /** Every event is in the view once, and no checkpoint passed what the view did not contain. */
  const expectComplete = async (): Promise<void> => {
    await runtime.start();
    const end = { commit: BigInt(last), prepare: BigInt(last) };
    const over = new AbortController();
    const isOver = (): boolean => over.signal.aborted;
    const reached = runtime.waitFor(['editions'], end, patience).finally(() => {
      over.abort();
    });
    while (!isOver()) {
      await expectCheckpointBehind();
      await waitFor(5);
    }
    expect(await reached).toBe(true);
    expect(await documentsOf(db, editions)).toEqual({ MCP: { versions: range(1, last) } });
  };

  it(
    'says checkpoints that are ahead of the events it has sent',
    async () => {
      first((call) => {
        call.write(confirmation());
        for (const number of range(1, 5)) call.write(recorded(number));
        call.write(checkpointReached(15));
        setTimeout(() => {
          lostRead(call);
        }, 100);
      });
      await expectComplete();
    },
    timeLimit,
  );

  it(
    'says that it has caught up while the events before wait to be handled',
    async () => {
      first((call) => {
        call.write(confirmation());
        for (const number of range(1, last)) call.write(recorded(number));
        call.write(caughtUp());
        setImmediate(() => {
          lostRead(call);
        });
      });
      await expectComplete();
    },
    timeLimit,
  );

  it.each<[string, (call: ReadCall) => void]>([
    [
      'ends cleanly',
      (call) => {
        call.end();
      },
    ],
    [
      'breaks with an unknown error',
      (call) => {
        call.emit('error', { code: status.UNKNOWN, details: 'unexpected' });
      },
    ],
    [
      'breaks with an internal error',
      (call) => {
        call.emit('error', { code: status.INTERNAL, details: 'stream' });
      },
    ],
    ['goes away', lostRead],
  ])(
    '%s in the middle of the log',
    async (_, finish) => {
      first((call) => {
        call.write(confirmation());
        for (const number of range(1, 7)) call.write(recorded(number));
        setTimeout(() => {
          finish(call);
        }, 30);
      });
      await expectComplete();
      expect(runtime.totals().resumed).toBeGreaterThan(0);
    },
    timeLimit,
  );

  it(
    'never answers a subscription',
    async () => {
      first(() => undefined);
      await expectComplete();
    },
    timeLimit,
  );

  it(
    'confirms and is silent while the log goes on',
    async () => {
      first((call) => {
        call.write(confirmation());
        for (const number of range(1, 4)) call.write(recorded(number));
      });
      await expectComplete();
      expect(runtime.totals().resumed).toBeGreaterThan(0);
    },
    timeLimit,
  );

  it(
    'answers nothing at all for a while',
    async () => {
      scripted.server.onSubscribe = serve;
      scripted.server.onReadAll = () => undefined;
      scripted.server.onRead = () => undefined;
      setTimeout(() => {
        scripted.server.onReadAll = (call) => {
          call.write(recorded(last));
          call.end();
        };
        scripted.server.onRead = (call) => {
          call.end();
        };
      }, 500);
      await expectComplete();
    },
    timeLimit,
  );
});
