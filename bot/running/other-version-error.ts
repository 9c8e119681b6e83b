/** A card of another version was pressed, and this one cannot go on from it. */
export class OtherVersionError extends Error {
  constructor() {
    super('a card of another version');
    this.name = 'OtherVersionError';
  }
}
