/** The input of the card that shows the return code. */
// The rule fears a function of this name; the value of an input is text.
// oxlint-disable-next-line unicorn/no-thenable
export const nextStepInputId = 'then';

/** What that card sends back with a wish: `send`, `detail` or `later`. */
export const nextStepInput = (wish: string): Readonly<Record<string, string>> => ({ [nextStepInputId]: wish });
