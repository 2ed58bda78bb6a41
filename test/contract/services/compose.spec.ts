import { readFileSync } from 'node:fs';

import { projectorHeap } from '../../bench/projections/scale';

it('starts a projector with the heap that its memory is measured with', () => {
  const compose = readFileSync('docker/compose.yaml', 'utf8');
  const [, flags] =
    /command:\n((?: +- .+\n)+?) +- dist\/apps\/projector\/src\/main\.js/.exec(compose) ?? [];
  expect(flags?.match(/--\S+/g)).toEqual([
    `--max-old-space-size=${projectorHeap.old}`,
    `--max-semi-space-size=${projectorHeap.young}`,
  ]);
});
