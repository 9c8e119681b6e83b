import type { WireAnswer } from './loopback-server.ts';

/**
 * How the connector treats one post, update or deletion: answers with a status (2xx: it is done), cuts the connection,
 * says nothing; or does it and loses the answer, which the caller cannot tell from the others.
 */
export type ConnectorAnswer =
  | number
  | {
      readonly status: number;
      /** As the header has it: seconds, or a date in HTTP's form. */
      readonly retryAfter?: number | string;
    }
  /** The status with any text in the place of the answer: it is no answer of a channel. */
  | { readonly status: number; readonly text: string; readonly contentType?: string }
  | 'reset'
  | 'hang'
  | 'accept-then-reset'
  | 'accept-then-hang';

/** Whether what was asked is done, whatever the caller hears of it. */
export const isAccepted = (answer: ConnectorAnswer): boolean => {
  if (typeof answer === 'string') return answer.startsWith('accept-then-');
  return (typeof answer === 'number' ? answer : answer.status) < 300;
};

/** An error in the connector's form. */
export const connectorError = (status: number, code: string, headers: Record<string, string> = {}): WireAnswer => ({
  kind: 'answer',
  status,
  headers,
  body: { error: { code, message: 'The stand-in refuses this.' } },
});

/** What the caller sees. `done` is the answer of a request that was done; undefined where it was not. */
export function toWireAnswer(answer: ConnectorAnswer, done: WireAnswer | undefined): WireAnswer {
  if (answer === 'reset' || answer === 'accept-then-reset') return { kind: 'reset' };
  if (answer === 'hang' || answer === 'accept-then-hang') return { kind: 'hang' };
  if (typeof answer === 'object' && 'text' in answer) {
    const { status, text, contentType = 'application/json' } = answer;
    return { kind: 'answer', status, text, headers: { 'content-type': contentType } };
  }
  const { status, retryAfter } = typeof answer === 'number' ? { status: answer, retryAfter: undefined } : answer;
  if (done) return done.kind === 'answer' && done.status < 300 ? { ...done, status } : done;
  return connectorError(status, 'Planned', retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
}
