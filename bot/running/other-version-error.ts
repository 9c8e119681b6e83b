/** A card that was pressed was made by another version of Candour, and this one cannot go on from it. */
export class OtherVersionError extends Error {
  constructor() {
    super('a card of another version');
    this.name = 'OtherVersionError';
  }
}
