import { evidenceFacts, sha } from '../testing/evidence-log';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { evidenceRegister } from './evidence-register';
import { repeatedContent } from './repeated-content';
import { subIndicatorEvidence } from './sub-indicator-evidence';

const log = twice(recorded(evidenceFacts));
const receipt = (number: number): string => `36.01-mcp-2018-assets.1.1-${number}`;

describe('the register of evidence', () => {
  const register = fold(evidenceRegister, log);

  it('keeps every upload: the returned one that was replaced, the verified one, the late one', () => {
    expect([...register].map(([id, { state, points }]) => [id, state, points])).toEqual([
      [receipt(0), 'replaced', null],
      [receipt(2), 'verified', '18'],
      [receipt(3), 'late', null],
    ]);
  });

  it('keeps who judged what, when and why, whatever became of the upload', () => {
    expect(register.get(receipt(0))).toMatchObject({
      replacedBy: receipt(2),
      submittedAt: '2018-10-01T00:00:00.000Z',
      reviews: [
        {
          verdict: 'returned',
          note: 'Page 2 is missing',
          by: 'bpkp',
          at: '2018-10-02T00:00:00.000Z',
        },
      ],
    });
    expect(register.get(receipt(3))).toMatchObject({ late: true, reviews: [] });
  });

  it('says of a review without an upload that it cannot be', () => {
    const [, , , returned] = evidenceFacts;
    expect(() => fold(evidenceRegister, recorded([returned!]))).toThrow(receipt(0));
  });
});

describe('a file handed in more than once', () => {
  it('is flagged with every place, the first one first', () => {
    const uses = fold(repeatedContent, log);
    expect(uses.get(`36.01/MCP/2018/${sha.inventory}`)).toMatchObject({
      repeated: true,
      uses: [{ receipt: receipt(0) }, { receipt: receipt(2) }],
    });
    expect(uses.get(`36.01/MCP/2018/${sha.late}`)).toMatchObject({ repeated: false });
  });
});

describe('the evidence of a sub-indicator', () => {
  it('stands in one document, found by its scorecard and by its province', () => {
    const documents = fold(subIndicatorEvidence, log);
    expect([...documents.keys()]).toEqual(['36.01/MCP/2018/assets.1.1']);
    expect(documents.get('36.01/MCP/2018/assets.1.1')).toMatchObject({
      scorecard: '36.01/MCP/2018',
      province: '36',
      state: { revision: 5, counted: null },
    });
  });
});
