/** Lets the page be drawn before work that holds it for a second. */
export const drawn = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
