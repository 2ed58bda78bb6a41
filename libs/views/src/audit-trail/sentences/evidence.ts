import type {
  EvidenceCounted,
  EvidenceKey,
  EvidenceReturned,
  EvidenceSubmitted,
  EvidenceVerified,
} from '@jejak/domain/evidence/events';

const place = ({ subIndicator, instrument, year, region }: EvidenceKey): string =>
  `sub-indicator ${subIndicator} on the ${instrument} ${year} scorecard of ${region}`;

export const evidenceSentences = {
  EvidenceSubmitted: (data: EvidenceSubmitted['data']) =>
    `Document ${data.document} ("${data.title}") was handed in for ${place(data)} with receipt ${data.receipt}${data.late ? `, late and not scored` : ''}`,
  EvidenceVerified: (data: EvidenceVerified['data']) =>
    `${data.receipt} got ${data.points} of ${data.maximumPoints} points for ${place(data)}`,
  EvidenceReturned: (data: EvidenceReturned['data']) =>
    `${data.receipt} was returned for ${place(data)}: ${data.reason}`,
  EvidenceCounted: (data: EvidenceCounted['data']) =>
    `The evidence of ${place(data)} was counted at ${data.points} of ${data.maximumPoints} points${data.zeroBecause === null ? '' : ` (${data.zeroBecause})`}`,
};
