import { verifyDirectory, type Verification } from './verify-directory';

/** What the process tells its parent, the last of them once. */
export type FromVerifier =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'verified'; readonly verification: Verification }
  | { readonly kind: 'failed'; readonly message: string; readonly code: unknown };

/** A process of its own for one verification: `verify-process.js <directory>`. */
async function main(directory: string): Promise<void> {
  const verification = await verifyDirectory(directory, (done, total) => {
    tell({ kind: 'progress', done, total });
  });
  tell({ kind: 'verified', verification });
}

function tell(message: FromVerifier): void {
  process.send?.(message);
}

main(process.argv[2] ?? '').then(
  () => {
    process.disconnect();
  },
  (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error), code });
    process.disconnect();
  },
);
