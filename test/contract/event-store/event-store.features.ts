import { describeAppend } from './append.features';
import { describeHeadAndClose } from './head-and-close.features';
import { describeReads } from './read.features';
import { type StoreUnderTest, useStore } from './store-given';
import { describeSubscribe } from './subscribe.features';

export type { StoreUnderTest };

/**
 * What every `EventStore` promises, whatever it stands on. The first one started is empty, but for
 * events of the store's own.
 */
export function describeEventStore(start: () => Promise<StoreUnderTest>): void {
  const given = useStore(start);
  describeHeadAndClose(given);
  describeAppend(given);
  describeReads(given);
  describeSubscribe(given);
}
