import { problem } from '@jejak/http';

/** Milliseconds the read store may take for one question; then it counts as away. */
export const readPatience = 5_000;

/**
 * The answer of the read store. Throws `read-store.unavailable` when it is silent for too long: the
 * driver itself waits for a server that has stopped answering for as long as the connection stands.
 */
export async function inTime<Answer>(
  answer: Promise<Answer>,
  milliseconds = readPatience,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        problem('read-store.unavailable', {
          detail: `The read store did not answer within ${milliseconds / 1_000} s.`,
        }),
      );
    }, milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
