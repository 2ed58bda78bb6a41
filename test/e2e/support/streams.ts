import { get } from './http';
import { type Service } from './service';

export interface RawEvent {
  readonly id: string;
  readonly revision: string;
  readonly position: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: {
    readonly commandId: string;
    readonly recordedAt: string;
    readonly actor: { readonly kind: string; readonly id: string };
  };
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly position: string | null;
}

/** Every item of a paged resource, by its `next` links. */
export async function allPages<Item>(service: Service, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let next: string | null = path; next !== null;) {
    const { status, body }: { status: number; body: Page<Item> } = await get<Page<Item>>(
      service,
      next,
    );
    expect(status).toBe(200);
    items.push(...body.items);
    next = body.next;
  }
  return items;
}

/** The recorded events of a stream; none when there is no such stream. */
export async function eventsOf(service: Service, stream: string): Promise<RawEvent[]> {
  const path = `/v1/audit/streams/${stream}`;
  if ((await get(service, path)).status === 404) return [];
  return allPages<RawEvent>(service, `${path}?limit=500`);
}

/** Position of the newest row of the audit trail, once it has reached a position. */
export async function headOf(service: Service, after?: string | null): Promise<string> {
  const headers = after ? { 'jejak-after': after } : undefined;
  const ask = () => get<Page<{ position: string }>>(service, '/v1/audit/trail?limit=1', headers);
  let answer = await ask();
  // On a busy machine the read store may be late, and the service says so.
  while (answer.status === 503) answer = await ask();
  expect(answer.status).toBe(200);
  return answer.body.items[0]!.position;
}
