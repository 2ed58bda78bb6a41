import { refusalCodes } from '@jejak/domain';

import { PROBLEMS } from '../problem-catalogue';
import { refusalStatus, refusalTitle } from '../refusals';
import { remediesOf, type Remedies } from './stated-remedies';

const introduction = [
  '# Refusals',
  'Every code that an answer of Jejak can carry. A code is public and stable: it is added, never renamed, and never used for another rule. Replies are RFC 9457 problem details with `code`, `detail` (what stood in the way), `fix` (what helps in this case) and, where there is one, `field`; `GET /problems/{code}` explains a code.',
  'Each line has the code, the HTTP status, the fault, and what usually helps; `…` stands for what only the case at hand tells. The file is made from the sources: its specification, `libs/http/src/refusals-document.spec.ts`, fails when it is out of date and says how to make it anew.',
];

/** The text of `libs/domain/REFUSALS.md`. */
export function refusalsDocument(remedies: Remedies): string {
  const contexts = [...new Set(refusalCodes.map(contextOf))].sort();
  const domain = contexts.flatMap((context) => {
    const codes = refusalCodes.filter((code) => contextOf(code) === context).toSorted();
    const lines = codes.map((code) =>
      line(code, refusalStatus(code), faultOf(code), remediesOf(remedies, code).join(' Or: ')),
    );
    return [`### ${context}`, lines.join('\n')];
  });
  const edge = Object.entries(PROBLEMS).map(([code, { status, title, fix }]) =>
    line(code, status, title, fix),
  );
  return `${[
    ...introduction,
    '## Refusals of the domain',
    'A rule said no, and nothing was recorded. 400: wrong whatever is recorded. 404: what it is about is not there. 409: what is recorded does not allow it.',
    ...domain,
    '## Refusals of the edge',
    'The request was refused, or could not be answered, before any rule was asked.',
    edge.join('\n'),
  ].join('\n\n')}\n`;
}

const contextOf = (code: string): string => code.split('.')[0] ?? code;

/** `Pact: witness is signer` without the context it stands under. */
const faultOf = (code: string): string => refusalTitle(code).split(': ').slice(1).join(': ');

/** Marks that Markdown would take for its own are escaped. */
const line = (code: string, status: number, fault: string, helps: string): string =>
  `- \`${code}\` (${status}): ${fault}. ${helps.replace(/[*_<[\]]/g, '\\$&')}`;
