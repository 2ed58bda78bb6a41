import type { Term } from '../calendar';
import { terms as complaint } from '../testing/complaints';
import { terms as declaration } from '../testing/declarations';
import { rules2019, rules2026 } from '../testing/gratifications';
import { mustBeSound, mustBeUnsound } from '../testing/policies';
import type { PolicyContents } from '.';

const term = (count: number, unit: Term['unit'] = 'days'): Term => ({ count, unit });
const unsoundTerms: readonly [string, Term][] = [
  ['a day less than none', term(-1)],
  ['half a day', term(1.5)],
  ['more than ten years', term(3_661)],
  ['no number', term(Number.NaN)],
];

describe('the terms of wealth reports', () => {
  const terms = (change: Partial<PolicyContents['declaration-terms']>) =>
    ({ kind: 'declaration-terms', content: { ...declaration.content, ...change } }) as const;

  it('are sound as the regulation has them, with the ends of their ranges', () => {
    mustBeSound(terms({}));
    mustBeSound(terms({ periodicDue: { month: 2, day: 28 }, onRequest: null }));
    mustBeSound(terms({ completion: term(14, 'working-days'), special: term(0, 'months') }));
    mustBeSound(terms({ special: term(3_660) }));
  });

  it.each([
    [2, 29],
    [4, 31],
    [0, 1],
    [13, 1],
    [3, 0],
    [3, 32],
  ])('are refused with a month %i that has no day %i in every year', (month, day) => {
    mustBeUnsound(terms({ periodicDue: { month, day } }));
  });

  it.each(unsoundTerms)('are refused with %s', (_, wrong) => {
    mustBeUnsound(terms({ special: wrong }));
    mustBeUnsound(terms({ onRequest: wrong }));
    mustBeUnsound(terms({ completion: wrong }));
  });

  it('count special reports in days or months, never in working days', () => {
    mustBeUnsound(terms({ special: term(60, 'working-days') }));
    mustBeUnsound(terms({ onRequest: term(30, 'working-days') }));
  });
});

describe('the rules of gratification', () => {
  type Rules = PolicyContents['gratification-rules'];
  const rules = (change: Partial<Rules>) =>
    ({ kind: 'gratification-rules', content: { ...rules2026.content, ...change } }) as const;
  const [ceremony, coWorker] = rules2026.content.exemptions as [
    Rules['exemptions'][number],
    Rules['exemptions'][number],
  ];

  it('are sound as both regulations have them, and where a year allows one gift', () => {
    mustBeSound({ kind: 'gratification-rules', content: rules2019.content });
    mustBeSound(rules({}));
    mustBeSound(rules({ exemptions: [] }));
    mustBeSound(rules({ exemptions: [{ ...coWorker, yearlyLimit: coWorker.limit }] }));
  });

  it.each(unsoundTerms)('are refused with a term of %s', (_, wrong) => {
    mustBeUnsound(rules({ reportToKpk: wrong }));
    mustBeUnsound(rules({ reportToUpg: wrong }));
    mustBeUnsound(rules({ forward: wrong }));
    mustBeUnsound(rules({ completion: { term: wrong, from: 'report' } }));
  });

  it.each(['0', '-1', '0.00', 'many', ''])('are refused with a limit of "%s" rupiah', (limit) => {
    mustBeUnsound(rules({ exemptions: [{ ...ceremony, limit }] }));
    mustBeUnsound(rules({ exemptions: [{ ...coWorker, yearlyLimit: limit }] }));
  });

  it('are refused when a year allows less than one gift, or a category is exempted twice', () => {
    mustBeUnsound(rules({ exemptions: [{ ...coWorker, yearlyLimit: '499999' }] }));
    mustBeUnsound(rules({ exemptions: [ceremony, { ...ceremony, limit: '1' }] }));
  });
});

describe('the terms of complaints', () => {
  const terms = (change: Partial<PolicyContents['complaint-terms']>) =>
    ({ kind: 'complaint-terms', content: { ...complaint.content, ...change } }) as const;
  const { answer } = complaint.content;

  it('are sound as SP4N-LAPOR! has them', () => {
    mustBeSound(terms({}));
    mustBeSound(terms({ forward: term(0), close: term(3_660) }));
  });

  it.each(unsoundTerms)('are refused with %s', (_, wrong) => {
    mustBeUnsound(terms({ forward: wrong }));
    mustBeUnsound(terms({ close: wrong }));
    for (const name of Object.keys(answer)) {
      mustBeUnsound(terms({ answer: { ...answer, [name]: wrong } }));
    }
  });
});
