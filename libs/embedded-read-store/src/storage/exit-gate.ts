/**
 * A thread that is ended while it has a transaction of LMDB open never ends: LMDB's own clean-up
 * waits for the lock the thread holds, and the process hangs at its exit. So the starter's `exit`
 * event closes this gate, shared by the two threads, and waits until the transaction is over.
 */
export type ExitGate = Int32Array<SharedArrayBuffer>;

const closing = 0;
const busy = 1;

/** In milliseconds; a transaction gives up at its next pause. */
const patience = 5_000;

export const makeExitGate = (): ExitGate => new Int32Array(new SharedArrayBuffer(8));

export const isClosing = (gate: ExitGate): boolean => Atomics.load(gate, closing) === 1;

/** By the node's thread, before a transaction. False when none may be begun any more. */
export function enter(gate: ExitGate): boolean {
  Atomics.store(gate, busy, 1);
  if (!isClosing(gate)) return true;
  leave(gate);
  return false;
}

/** By the node's thread, after a transaction. */
export function leave(gate: ExitGate): void {
  Atomics.store(gate, busy, 0);
  Atomics.notify(gate, busy);
}

/** By the starter's thread, which it blocks. */
export function closeForExit(gate: ExitGate): void {
  Atomics.store(gate, closing, 1);
  Atomics.wait(gate, busy, 1, patience);
}
