/** Why a folder is not taken in or cannot be made, in a sentence for whoever runs the command: never a line of a file. */
export class MovingError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'MovingError';
  }
}
