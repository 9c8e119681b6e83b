export type PlaygroundErrorCode = 'port-taken' | 'ended' | 'not-ready';

const sentences: Readonly<Record<PlaygroundErrorCode, string>> = {
  'port-taken': 'The Agents Playground cannot have its port: something else listens there.',
  ended: 'The Agents Playground ended before it was ready. Its configuration needs five users and one more channel.',
  'not-ready': 'The Agents Playground was not ready in time.',
};

/** Why the Playground did not start. The message is fixed by the code. */
export class PlaygroundError extends Error {
  readonly code: PlaygroundErrorCode;
  constructor(code: PlaygroundErrorCode) {
    super(sentences[code]);
    this.name = 'PlaygroundError';
    this.code = code;
  }
}
