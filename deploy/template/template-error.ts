/** A template that Azure would refuse, in a sentence that says why. */
export class TemplateError extends Error {
  readonly code = 'template';
  constructor(message: string) {
    super(message);
    this.name = 'TemplateError';
  }
}
