import type { Table } from '../reading/row-stream';
import type { PublicationShown } from './index-shown';
import type { IndexReply } from './indices.service';

type Publication = PublicationShown & { readonly subject: string; readonly year: number };

/** A row for each publication: where sources disagree, each has its own. */
export const indexTable: Table<IndexReply, Publication> = {
  name: 'index',
  rows: ({ series }) =>
    series.flatMap(({ subject, years }) =>
      years.flatMap(({ year, publications }) =>
        publications.map((one) => ({ subject, year, ...one })),
      ),
    ),
  columns: {
    subject: ({ subject }) => subject,
    year: ({ year }) => year,
    value: ({ value }) => value,
    band: ({ band }) => band,
    claimedBand: ({ claimedBand }) => claimedBand,
    claimedAs: ({ claimedAs }) => claimedAs,
    claimHolds: ({ claimHolds }) => claimHolds,
    respondents: ({ respondents }) => respondents,
    publishedOn: ({ publishedOn }) => publishedOn,
    source: ({ source }) => source.id,
    policyVersion: ({ policyVersion }) => policyVersion,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
  },
};
