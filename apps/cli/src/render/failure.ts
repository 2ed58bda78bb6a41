import { ImportFileInvalid, RequestRefused, ServiceUnreachable } from '@jejak/client';

import { BuildLeftAlone } from '../operations/rebuild';

/** What failed, why, and what to do; the stack only when it is nobody's expected failure. */
export function renderFailure(error: unknown): void {
  process.stderr.write(`${describe(error)}\n`);
}

function describe(error: unknown): string {
  if (error instanceof ServiceUnreachable) {
    return `${error.message}.\n  Start the service with npm start, or name its address with --url.`;
  }
  if (error instanceof RequestRefused) {
    const { code, title, detail, fix, errors = [], correlationId } = error.problem;
    return [
      `${title} [${code}]`,
      detail,
      ...errors.map(({ message }) => message),
      fix,
      correlationId && `correlation id ${correlationId}`,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join('\n  ');
  }
  if (error instanceof BuildLeftAlone) {
    return [
      describe(error.cause),
      `The build of ${error.view} itself is not ended by that.`,
      `Join it again with npx jejak rebuild ${error.view}; npx jejak rebuild shows what is live.`,
    ].join('\n  ');
  }
  if (error instanceof ImportFileInvalid) return `The file cannot be imported. ${error.message}`;
  if (!(error instanceof Error)) return String(error);
  const expected = 'code' in error && typeof error.code === 'string';
  return expected || error.name !== 'Error' ? error.message : (error.stack ?? error.message);
}
