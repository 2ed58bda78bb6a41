import type { ServerInterceptingCallInterface } from '@grpc/grpc-js';
import { sendAhead } from './send-ahead';

/** A connection that writes when told to. */
function connection() {
  const writing: (() => void)[] = [];
  const call = {
    sendMetadata: () => undefined,
    sendMessage: (_message: Buffer, written: () => void) => {
      writing.push(written);
    },
  } as unknown as ServerInterceptingCallInterface;
  const method = {
    path: '/bench/List',
    requestStream: false,
    responseStream: true,
    requestDeserialize: (bytes: Buffer) => bytes,
    responseSerialize: (bytes: Buffer) => bytes,
  };
  return { writing, call: sendAhead(method, call) };
}

/** Sends messages one after another, as a stream does; says how many were taken so far. */
function sender(call: ReturnType<typeof sendAhead>, message: Buffer, count: number) {
  let taken = 0;
  const send = (): void => {
    if (taken === count) return;
    call.sendMessage(message, () => {
      taken++;
      send();
    });
  };
  send();
  return () => taken;
}

describe('sendAhead', () => {
  it('takes what follows before the first message is written', () => {
    const { call, writing } = connection();
    const taken = sender(call, Buffer.alloc(100), 50);
    expect(taken()).toBe(50);
    expect(writing).toHaveLength(50);
  });

  it('takes one window and then waits until something is written', () => {
    const { call, writing } = connection();
    const taken = sender(call, Buffer.alloc(10_000), 50);
    expect(writing).toHaveLength(7);
    expect(taken()).toBe(6);
    writing[0]?.();
    expect(writing).toHaveLength(8);
    expect(taken()).toBe(7);
  });

  it('takes a message larger than a window alone', () => {
    const { call, writing } = connection();
    const taken = sender(call, Buffer.alloc(1_000_000), 2);
    expect([writing.length, taken()]).toEqual([1, 0]);
    writing[0]?.();
    expect([writing.length, taken()]).toEqual([2, 1]);
  });
});
