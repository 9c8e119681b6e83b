/** Says why a folder cannot be imported or made: never a line of a file. */
export class MovingError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'MovingError';
  }
}
