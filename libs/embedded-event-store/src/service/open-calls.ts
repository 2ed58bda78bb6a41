import { STOPPING, type CallFailure } from './status';

/** What ending a call from the server's side needs of grpc-js. */
interface EndableCall {
  emit(event: 'error', failure: CallFailure): boolean;
  on(event: 'cancelled' | 'close', listener: () => void): unknown;
}

/** One for all: a signal's own reason is an error with a stack, made anew for every call that ends. */
const GONE = new Error('the call has ended');

/**
 * The long calls that are open: reads, subscriptions and batch appends. The client does not
 * reconnect after a channel torn down under it, so each is ended with a status before the server
 * goes away.
 */
export class OpenCalls {
  private readonly open = new Map<EndableCall, AbortController>();
  private stopping = false;

  /** Nothing new is taken: what a call still sends is not looked at any more. */
  get isStopping(): boolean {
    return this.stopping;
  }

  /** The signal is aborted when the client cancels or disappears, or the node stops. */
  add(call: EndableCall): AbortSignal {
    const controller = new AbortController();
    this.open.set(call, controller);
    const gone = (): void => {
      this.open.delete(call);
      controller.abort(GONE);
    };
    call.on('cancelled', gone);
    call.on('close', gone);
    if (this.stopping) this.end(call, STOPPING);
    return controller.signal;
  }

  /** Ends a call with a status, unless it has ended before. */
  end(call: EndableCall, failure: CallFailure): void {
    const controller = this.open.get(call);
    if (controller === undefined) return;
    this.open.delete(call);
    controller.abort(GONE);
    call.emit('error', failure);
  }

  /** From now on every new call is ended at once; what was accepted is still answered. */
  takeNothingNew(): void {
    this.stopping = true;
  }

  /** Ends every open call, and every call that comes later. */
  endAll(): void {
    this.takeNothingNew();
    for (const call of [...this.open.keys()]) this.end(call, STOPPING);
  }
}
