import fc from 'fast-check';

import { indexCommands } from '../testing/commands/single-facts';
import { scales } from '../testing/index-scales';
import { historiesOf } from '../testing/histories';
import { index } from '.';
import { indexBandOf, scaleOf } from './scales';

const spi = scaleOf(scales.content, 'SPI')!;

it('any history of an index numbers its publications and computes every band, whatever is claimed', () => {
  fc.assert(
    fc.property(historiesOf(index, indexCommands), ({ events }) => {
      const recorded = events.filter((event) => event.type === 'IndexRecorded');
      expect(recorded.map(({ data }) => data.publication)).toEqual(
        recorded.map((_, place) => place + 1),
      );
      for (const { data } of recorded) {
        expect(data.band).toBe(indexBandOf(spi, data.value)?.id);
      }
      for (const event of events) {
        if (event.type !== 'IndexCorrected') continue;
        expect(event.data.publication).toBeLessThanOrEqual(recorded.length);
      }
    }),
  );
});
