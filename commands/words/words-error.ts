/** Something that stops the command. Its message is a sentence of ours. */
export class WordsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WordsError';
  }
}
