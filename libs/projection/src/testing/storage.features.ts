import { catalogueFeatures } from './storage-catalogue.features';
import { checkpointFeatures } from './storage-checkpoints.features';
import { documentFeatures } from './storage-documents.features';
import { faultFeatures } from './storage-faults.features';
import { leaseFeatures } from './storage-leases.features';
import { parkedFeatures } from './storage-parked.features';
import { sweepFeatures } from './storage-sweep.features';
import type { StorageUnderTest } from './storage-under-test';

/**
 * What every `ProjectionStorage` promises, whatever it stands on. `make` answers with an empty one;
 * without `faulty`, its plug cannot be pulled and nothing is asked of it that needs that.
 */
export function describeProjectionStorage(
  name: string,
  make: () => Promise<StorageUnderTest>,
  faulty = true,
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
    if (faulty) faultFeatures(under);
  });
}
