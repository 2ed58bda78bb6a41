import type { PactTextEvent } from '@jejak/domain/pact/events';
import { wording } from '@jejak/domain/testing/pacts';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { pactTexts } from './pact-texts';

const published: PactTextEvent = { type: 'PactTextPublished', data: wording };
const retired: PactTextEvent = {
  type: 'PactTextRetired',
  data: { version: wording.version, lastDay: '2024-12-31', reason: 'a new regulation' },
};
const after = (...events: PactTextEvent[]) => {
  const log = recorded(events.map((event) => ({ stream: 'pacttext-2011', event })));
  return fold(pactTexts, twice(log)).get(wording.version);
};

describe('the texts of pacts', () => {
  it('stand word for word, open to be signed', () => {
    expect(after(published)).toMatchObject({ ...wording, state: 'published', lastDay: null });
  });

  it('keep their words once retired, with the last day and why', () => {
    expect(after(published, retired)).toMatchObject({
      ...{ ...wording, state: 'retired' },
      ...{ lastDay: '2024-12-31', retiredBecause: 'a new regulation' },
    });
  });

  it('are never retired before they were published', () => {
    expect(() => after(retired)).toThrow(wording.version);
  });
});
