/** Lets the browser paint before work that blocks it for a second. */
export const nextPaint = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
