import { lastDayFrom, stillOpen } from '../calendar';
import { CorruptStreamError } from '../corrupt-stream';
import type {
  DeclarationEvent,
  ExpectedFiling,
  ObligationKey,
  ObligorRegistered,
  WealthReportFiled,
  WealthReportSupplemented,
  WealthReportTermsSettled,
  WealthReportVerified,
} from './events';
import {
  type DeclarationState,
  type Filing,
  filingCalled,
  isRegistered,
  type Obligor,
  openTime,
} from './state';

export const keyOf = ({ person, position, region, field }: ObligationKey): ObligationKey => ({
  person,
  position,
  region,
  field,
});

function afterRegistration(state: DeclarationState, { data, type }: ObligorRegistered): Obligor {
  const { since, firstYear, expects } = data;
  const time = { since, firstYear, endedOn: null };
  if (!isRegistered(state)) {
    return {
      status: 'registered',
      key: keyOf(data),
      times: [time],
      expected: [expects],
      filings: [],
    };
  }
  if (openTime(state)) throw new CorruptStreamError(type, 'obliged');
  return {
    ...state,
    key: keyOf(data),
    times: [...state.times, time],
    expected: [...state.expected, expects],
  };
}

const without = (expected: readonly ExpectedFiling[], ...filings: readonly string[]) =>
  expected.filter(({ filing }) => !filings.includes(filing));

function afterFiling(state: Obligor, { data }: WealthReportFiled): Obligor {
  const { filing, year, filedOn, recordedBy, expects } = data;
  const expected = without(state.expected, filing);
  return {
    ...state,
    expected: expects ? [...expected, expects] : expected,
    filings: [
      ...state.filings,
      {
        filing,
        year,
        status: 'filed',
        handedInOn: filedOn,
        recordedBy,
        verifiedOn: null,
        completeBy: lastDayFrom(null, [], 'completion'),
        suppliedOn: null,
        openTerms: [],
      },
    ],
  };
}

type Judgement = WealthReportVerified | WealthReportSupplemented | WealthReportTermsSettled;

function afterJudgement(state: Obligor, event: Judgement): Obligor {
  if (!filingCalled(state, event.data.filing)) {
    throw new CorruptStreamError(event.type, `without ${event.data.filing}`);
  }
  const filings = state.filings.map((one) =>
    one.filing === event.data.filing ? changed(one, event) : one,
  );
  return { ...state, filings };
}

function changed(filing: Filing, event: Judgement): Filing {
  if (event.type === 'WealthReportVerified') {
    const { result: status, verifiedOn, counted } = event.data;
    const judged = { ...filing, status, verifiedOn };
    if (status === 'complete') return judged;
    const completeBy = lastDayFrom(event.data.completeBy, counted, 'completion');
    return { ...judged, completeBy, suppliedOn: null, openTerms: stillOpen([], counted) };
  }
  if (event.type === 'WealthReportTermsSettled') {
    const [term] = event.data.settled;
    const completeBy = lastDayFrom(term?.dueOn ?? null, [], 'completion');
    return { ...filing, completeBy, openTerms: [] };
  }
  const { suppliedOn, recordedBy } = event.data;
  return { ...filing, status: 'supplemented', handedInOn: suppliedOn, suppliedOn, recordedBy };
}

export function evolve(state: DeclarationState, event: DeclarationEvent): DeclarationState {
  if (event.type === 'ObligorRegistered') return afterRegistration(state, event);
  if (!isRegistered(state)) throw new CorruptStreamError(event.type, state.status);
  switch (event.type) {
    case 'ObligationEnded': {
      const { endedOn, expects, releases } = event.data;
      if (!openTime(state)) throw new CorruptStreamError(event.type, 'not obliged');
      const times = state.times.map((time) =>
        time.endedOn === null ? { ...time, endedOn } : time,
      );
      return { ...state, times, expected: [...without(state.expected, ...releases), expects] };
    }
    case 'WealthReportFiled':
      return afterFiling(state, event);
    case 'WealthReportVerified':
    case 'WealthReportSupplemented':
    case 'WealthReportTermsSettled':
      return afterJudgement(state, event);
  }
}
