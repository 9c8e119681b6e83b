export const waitFor = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(clock);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const clock = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
