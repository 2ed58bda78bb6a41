import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';

/** A sender waits once this much is handed over and not yet on its way: a window of the client's. */
const AHEAD_BYTES = 65_535;

/**
 * Takes the next message of a call while the ones before are being written. Left alone, grpc-js
 * waits for each, so that every message becomes a write to the socket of its own; handed over in one
 * turn of the event loop, they leave together.
 */
export const sendAhead: ServerInterceptor = (_method, call) => new CallAhead(call);

class CallAhead extends ServerInterceptingCall {
  private bytesAhead = 0;
  /** Lets the sender go on; it waits for one message at a time. */
  private goOn: (() => void) | undefined;

  override sendMessage(message: Buffer, taken: () => void): void {
    this.bytesAhead += message.length;
    super.sendMessage(message, () => {
      this.bytesAhead -= message.length;
      if (this.bytesAhead >= AHEAD_BYTES) return;
      const { goOn } = this;
      this.goOn = undefined;
      goOn?.();
    });
    if (this.bytesAhead < AHEAD_BYTES) taken();
    else this.goOn = taken;
  }
}
