import { pactStream, regionStream, unitsStream } from '@jejak/domain';
import { inForce } from '@jejak/domain/testing/pacts';
import { type Ledger, type Recorded } from '@jejak/event-store';

import { recordedReply } from './recorded.reply';
import { ofRegion, ofRegions, ofSuccessor, ofUnit } from './unregistered';

const source = null;
const streams: Readonly<Record<string, readonly object[]>> = {
  [pactStream('serang-2022-06-23')]: inForce,
  [regionStream('36.04')]: [
    {
      type: 'RegionRegistered',
      data: {
        ...{ code: '36.04', name: 'Kabupaten Serang', level: 'regency', parent: '36', source },
        ...{ validFrom: null, validUntil: null, subdivisions: null },
      },
    },
  ],
  [unitsStream('36.04')]: [
    {
      type: 'UnitRegistered',
      data: {
        ...{ region: '36.04', unit: 'bapenda', kind: 'office', name: 'Bapenda', code: null },
        ...{ parent: null, validFrom: null, source },
      },
    },
  ],
};
const ledger: Ledger = {
  handle: () => Promise.reject(new Error('Nothing is recorded here.')),
  refer: (decider, stream) =>
    Promise.resolve(
      (streams[stream] ?? []).reduce(
        (state, event) => decider.evolve(state, event as never),
        decider.initialState(),
      ),
    ),
};
const codes = async (warnings: Promise<readonly { readonly code: string }[]>) =>
  (await warnings).map(({ code }) => code);

describe('the reply to a command that names what nobody registered', () => {
  it('warns of a unit that the register of the region does not have', async () => {
    expect(await codes(ofUnit(ledger, '36.04', 'bapenda'))).toEqual([]);
    expect(await codes(ofUnit(ledger, '36.04', 'bapendda'))).toEqual([
      'reference.unit-unregistered',
    ]);
    expect(await codes(ofUnit(ledger, '36.73', 'bapenda'))).toHaveLength(1);
  });

  it('warns of a region that somebody signed for', async () => {
    expect(await codes(ofRegion(ledger, '36.04'))).toEqual([]);
    expect(await codes(ofRegion(ledger, null))).toEqual([]);
    expect(await codes(ofRegion(ledger, '36.99'))).toEqual(['reference.region-unregistered']);
  });

  it('warns of each region of a list that nobody registered, and where it stands there', async () => {
    const named = [{ region: '36.04' }, { region: '36.98' }, { region: '36.99' }];
    expect((await ofRegions(ledger, 'about', named)).map(({ field }) => field)).toEqual([
      'about[1].region',
      'about[2].region',
    ]);
    expect(await ofRegions(ledger, 'about', [])).toEqual([]);
  });

  it('warns of a pact that is to follow and was not drafted', async () => {
    expect(await codes(ofSuccessor(ledger, 'serang-2022-06-23'))).toEqual([]);
    expect(await codes(ofSuccessor(ledger, undefined))).toEqual([]);
    expect(await codes(ofSuccessor(ledger, 'serang-2027'))).toEqual(['reference.pact-unknown']);
  });

  it('says nothing of warnings where there are none', async () => {
    const recorded: Recorded = {
      ...{ stream: 's', revision: 0n, commandId: 'c', events: [] },
      position: { commit: 1n, prepare: 1n },
    };
    expect(recordedReply(recorded)).not.toHaveProperty('warnings');
    const [warning] = await ofUnit(ledger, '36.04', 'x');
    expect(recordedReply(recorded, warning ? [warning] : [])).toMatchObject({
      warnings: [{ field: 'unit', detail: '36.04 has no unit x.' }],
    });
  });
});
