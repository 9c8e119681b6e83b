export class TabNotBuiltError extends Error {
  constructor() {
    super('The tab is not built: run "npm run build", then start again.');
    this.name = 'TabNotBuiltError';
  }
}
