import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { nodeOptionsFor } from './sources';

/** How far a verification is, of how much. */
export type Progress = (done: number, total: number) => void;

/** What a verifying process tells its parent, the last of them once. */
type FromVerifier =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'verified'; readonly verification: unknown }
  | { readonly kind: 'failed'; readonly message: string; readonly code: unknown };

/**
 * Verifies a directory in a process of its own: LMDB follows page numbers without looking, and a file
 * cut short ends the process that maps it. Such an end is a fault too, made into a verification by
 * `unreadable`. `file` is without its extension, told by `beside`, a file of the same make.
 */
export function runVerifier<Verification>(
  { file, beside }: { readonly file: string; readonly beside: string },
  directory: string,
  onProgress: Progress,
  unreadable: (fault: string) => Verification,
): Promise<Verification> {
  const execArgv = nodeOptionsFor(beside);
  const verifier = fork(`${file}${extname(beside)}`, [directory], { execArgv });
  return new Promise((resolve, reject) => {
    let told: Exclude<FromVerifier, { kind: 'progress' }> | undefined;
    let read = { done: 0, total: 0 };
    verifier.on('message', (message: FromVerifier) => {
      if (message.kind !== 'progress') told = message;
      else {
        read = message;
        onProgress(message.done, message.total);
      }
    });
    verifier.once('error', reject);
    verifier.once('exit', (code, signal) => {
      if (told?.kind === 'verified') resolve(told.verification as Verification);
      else if (told !== undefined) {
        reject(Object.assign(new Error(told.message), { code: told.code }));
      } else {
        const end = signal ?? `code ${String(code)}`;
        resolve(
          unreadable(
            `its pages cannot be followed: reading ended with ${end} after ${read.done} of ${read.total} entries`,
          ),
        );
      }
    });
  });
}

/** The whole of such a process: `<file> <directory>`. */
export function serveVerifier(
  verify: (directory: string, onProgress: Progress) => Promise<unknown>,
): void {
  const tell = (message: FromVerifier): void => void process.send?.(message);
  const progress: Progress = (done, total) => {
    tell({ kind: 'progress', done, total });
  };
  verify(process.argv[2] ?? '', progress)
    .then(
      (verification) => {
        tell({ kind: 'verified', verification });
      },
      (error: unknown) => {
        const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
        const message = error instanceof Error ? error.message : String(error);
        tell({ kind: 'failed', message, code });
      },
    )
    .finally(() => {
      process.disconnect();
    });
}
