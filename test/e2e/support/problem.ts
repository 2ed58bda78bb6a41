import { type Answer, type ProblemBody } from './http';

/** A refusal as every one must be: the media type, a code, what to do, and how to find it again. */
export function expectProblem(answer: Answer<ProblemBody>, about = ''): ProblemBody {
  const { status, headers, body } = answer;
  if (status < 400 || status > 499) {
    throw new Error(`${about} was answered with ${status}: ${answer.text.slice(0, 300)}`);
  }
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body.status).toBe(status);
  for (const text of [body.code, body.title, body.detail, body.fix]) {
    expect(text).toEqual(expect.stringMatching(/\S/));
  }
  expect(body.correlationId).toBe(headers.get('x-correlation-id'));
  expect(answer.text).not.toMatch(/node_modules|\bat .*\.js:\d|Error:/);
  return body;
}
