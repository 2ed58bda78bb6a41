import { cleanUp } from './support/service';
import { startWalk, type Walk } from './support/walk';
import { walkOfComplaints } from './walks/complaint';
import { walkOfDeclarations } from './walks/declaration';
import { walkOfErasure } from './walks/erasure';
import { walkOfGratification } from './walks/gratification';
import { walkOfInformation } from './walks/information';

let walk: Walk;

beforeAll(async () => {
  walk = await startWalk({ '36': 'Banten', '36.73': 'Kota Serang' });
});
afterAll(cleanUp);

walkOfDeclarations(() => walk);
walkOfGratification(() => walk);
walkOfComplaints(() => walk);
walkOfErasure(() => walk);
walkOfInformation(() => walk);
