/** A secret that this server does not have wrapped today's key in the store, so nothing can be sealed with it. */
export class ForeignKeyError extends Error {
  constructor() {
    super('the day key in the store was wrapped by another secret');
    this.name = 'ForeignKeyError';
  }
}
