export type PlaygroundErrorCode = 'port-taken' | 'ended' | 'not-ready';

const sentences: Readonly<Record<PlaygroundErrorCode, string>> = {
  'port-taken':
    'PLAYGROUND_PORT is one where something else listens already: stop that, or set another, in the file .env for example.',
  ended:
    'The Agents Playground ended before it was ready: development/playground.yml must name five users and one more channel.',
  'not-ready':
    'The Agents Playground was not ready within a minute: see what else keeps this machine busy, and start again.',
};

/** The message is fixed by the code. */
export class PlaygroundError extends Error {
  readonly code: PlaygroundErrorCode;
  constructor(code: PlaygroundErrorCode) {
    super(sentences[code]);
    this.name = 'PlaygroundError';
    this.code = code;
  }
}
