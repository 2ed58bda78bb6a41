import { kotaSerang } from './testing/scorecards';
import { serang2022, wording } from './testing/pacts';
import { banten2017 } from './testing/plans';
import {
  CorruptStreamError,
  deciderOf,
  frameworkStream,
  type JejakEvent,
  pactStream,
  pactTextStream,
  planStream,
  projectionStream,
  regionStream,
  scorecardStream,
} from '.';

const key = { region: '36.73', instrument: 'MCP', year: 2019 };
const region: JejakEvent = { type: 'RegionRegistered', data: kotaSerang };
const text: JejakEvent = { type: 'PactTextPublished', data: wording };

describe('the decider of a stream', () => {
  it.each<[string, JejakEvent, object]>([
    [regionStream('36.73'), region, { status: 'registered' }],
    [pactTextStream('2011'), text, { status: 'published' }],
    [pactStream('serang'), { type: 'PactDrafted', data: serang2022 }, { status: 'drafted' }],
    [planStream('banten'), { type: 'ActionPlanAdopted', data: banten2017 }, { status: 'adopted' }],
  ])('replays %s', (stream, event, expected) => {
    const decider = deciderOf(stream)!;
    expect(decider.evolve(decider.initialState(), event)).toMatchObject(expected);
  });

  it('is known for every kind of stream Jejak writes, and for no other', () => {
    expect(deciderOf(frameworkStream(key))?.initialState()).toEqual({ published: [], draft: null });
    expect(deciderOf(projectionStream('pact-register'))?.initialState()).toEqual({
      view: null,
      skipped: [],
    });
    expect(deciderOf(scorecardStream(key))?.initialState()).toEqual({ status: 'unopened' });
    for (const stream of [
      '$ce-region',
      'nowhere-36',
      'region',
      'constructor-1',
      '__proto__-1',
      '',
    ]) {
      expect(deciderOf(stream)).toBeUndefined();
    }
  });

  it('reports a fact that cannot stand in the stream instead of skipping it', () => {
    const decider = deciderOf(regionStream('36.73'))!;
    const state = decider.evolve(decider.initialState(), region);
    expect(() => decider.evolve(state, region)).toThrow(CorruptStreamError);
    expect(() => decider.evolve(decider.initialState(), text)).toThrow(CorruptStreamError);
  });
});
