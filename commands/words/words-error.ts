export class WordsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WordsError';
  }
}
