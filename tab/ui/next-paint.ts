/** Lets the browser paint before work that blocks it for a second. */
export const drawn = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
