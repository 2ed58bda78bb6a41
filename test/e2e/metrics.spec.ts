import { setTimeout as sleep } from 'node:timers/promises';

import { readExposition } from '../../libs/telemetry/src/testing/exposition';
import { projectorMetrics } from '../../apps/projector/src/metrics/catalogue';
import { type RecordedBody, commandsOf, get } from './support/http';
import { type Service, cleanUp, startService } from './support/service';

let service: Service;
let recorded: RecordedBody;

beforeAll(async () => {
  service = await startService();
  const send = commandsOf(service, { as: 'operator' });
  const province = { name: 'Provinsi Jawa Barat', level: 'province' };
  const answer = await send('/v1/regions/32/register', province);
  expect(answer.status).toBe(201);
  recorded = answer.body;
  await everyViewAt(recorded.position);
});
afterAll(cleanUp);

/** Resolves once every view is level at a position; the test runs into its time otherwise. */
async function everyViewAt(position: string): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    const { body } = await get<ReadyBody>(service, '/health/ready');
    const { head, views } = body.parts.projector;
    return head.position === position && views.every(({ lagEvents }) => lagEvents === 0);
  };
  while (!(await isThere())) await sleep(50);
}

async function scraped() {
  const { status, headers, text } = await get<string>(service, '/metrics');
  expect([status, headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  return readExposition(text);
}

interface ReadyBody {
  readonly ready: boolean;
  readonly degraded: boolean;
  readonly parts: {
    readonly projector: {
      readonly reasons: readonly string[];
      readonly warnings: readonly string[];
      readonly head: { readonly position: string | null; readonly ageSeconds: number | null };
      readonly views: readonly Readonly<Record<string, unknown>>[];
    };
  };
}

describe('/metrics of a service that recorded one command', () => {
  it('tells everything in the table of metrics, to somebody without a token', async () => {
    const families = await scraped();
    const names = [...families.keys()].filter((name) => name.startsWith('jejak_'));
    expect(names.sort()).toEqual(
      Object.values(projectorMetrics)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('says that every view passed the event and stands at its position', async () => {
    const families = await scraped();
    const { views } = (await get<ReadyBody>(service, '/health/ready')).body.parts.projector;
    const commit = Number(recorded.position.split('/')[0]);
    for (const [name, value] of [
      ['jejak_view_events_total', 1],
      ['jejak_view_position_commit', commit],
      ['jejak_view_lag_seconds', 0],
      ['jejak_view_lag_events', 0],
      ['jejak_view_parked_keys', 0],
    ] as const) {
      const { samples } = families.get(name)!;
      expect([name, samples.map((sample) => sample.value)]).toEqual([name, views.map(() => value)]);
    }
    const lives = families.get('jejak_view_state')!.samples.filter(({ value }) => value === 1);
    expect(lives.map(({ labels }) => labels['state'])).toEqual(views.map(() => 'live'));
  });

  it('counts the batch, and says how fresh the head is', async () => {
    const families = await scraped();
    const { samples } = families.get('jejak_projection_batch_events')!;
    const sum = samples
      .filter(({ name }) => name.endsWith('_sum'))
      .reduce((events, { value }) => events + value, 0);
    expect(sum).toBeGreaterThanOrEqual(1);
    const age = families.get('jejak_log_head_age_seconds')!.samples[0]!.value;
    expect(age).toBeLessThan(15);
  });

  it('tells of the process: event loop, memory, garbage collection', async () => {
    // The delay is told of the time since the scrape before, and measured every 10 ms.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const families = await scraped();
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
      'nodejs_heap_size_used_bytes',
    ]) {
      expect([name, families.get(name)?.samples[0]?.value]).toEqual([name, expect.any(Number)]);
    }
    expect(families.has('nodejs_gc_duration_seconds')).toBe(true);
  });

  it('names nobody and nothing of what was recorded', async () => {
    const { text } = await get<string>(service, '/metrics');
    for (const word of ['Jawa Barat', 'region-32', recorded.commandId, 'RegionRegistered']) {
      expect(text).not.toContain(word);
    }
  });
});

describe('/health/ready of that service', () => {
  it('says of every view where it stands', async () => {
    const { status, body } = await get<ReadyBody>(service, '/health/ready');
    expect([status, body]).toMatchObject([200, { ready: true, degraded: false }]);
    const { reasons, warnings, head, views } = body.parts.projector;
    expect({ reasons, warnings }).toEqual({ reasons: [], warnings: [] });
    expect(head).toEqual({ position: recorded.position, ageSeconds: expect.any(Number) });
    expect(views.length).toBeGreaterThan(1);
    for (const view of views) {
      expect(view).toEqual({
        view: expect.any(String),
        version: expect.any(Number),
        build: 1,
        state: 'live',
        position: recorded.position,
        events: 1,
        caughtUp: true,
        lagSeconds: 0,
        lagEvents: 0,
        eventsPerSecond: expect.any(Number),
        parked: 0,
        next: null,
        writer: null,
        error: null,
      });
    }
  });

  it('is not what /health/live asks: that only answers', async () => {
    expect((await get(service, '/health/live')).body).toEqual({ status: 'alive' });
  });
});

it('A service that tells its metrics still stops with 0 and a clean standard error', async () => {
  const { code, stderr } = await service.stop();
  expect([code, stderr]).toEqual([0, '']);
});
