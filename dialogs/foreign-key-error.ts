/** Today's key in the store was wrapped by a secret that this server does not have: nothing can be sealed by it. */
export class ForeignKeyError extends Error {
  constructor() {
    super('the day key in the store was wrapped by another secret');
    this.name = 'ForeignKeyError';
  }
}
