import type { ProjectionStorage } from '../storage/projection-storage';
import { catalogueFeatures } from './storage-catalogue.features';
import { checkpointFeatures } from './storage-checkpoints.features';
import { documentFeatures } from './storage-documents.features';
import { leaseFeatures } from './storage-leases.features';
import { parkedFeatures } from './storage-parked.features';
import { sweepFeatures } from './storage-sweep.features';

export interface StorageUnderTest {
  readonly storage: ProjectionStorage;
  /** Lets time pass by the server's clock. */
  pass(milliseconds: number): Promise<void>;
  /** How many documents there are, by collection. */
  census(): Promise<Record<string, number>>;
  /** Makes the next call fail as if the server was away. */
  interrupt(): Promise<void>;
  stop(): Promise<void>;
}

/** What every `ProjectionStorage` promises, whatever it stands on. `make` answers with an empty one. */
export function describeProjectionStorage(
  name: string,
  make: () => Promise<StorageUnderTest>,
): void {
  describe(name, () => {
    let given: StorageUnderTest;
    beforeEach(async () => {
      given = await make();
    });
    afterEach(async () => {
      await given.stop();
    });
    const under = (): StorageUnderTest => given;
    leaseFeatures(under);
    checkpointFeatures(under);
    documentFeatures(under);
    parkedFeatures(under);
    catalogueFeatures(under);
    sweepFeatures(under);
  });
}
