import type { Frame, Page } from 'playwright-core';

/**
 * Resolves when nothing on the page has changed for a quarter of a second: a new card is drawn twice, and what is
 * typed into its first drawing is lost. Resolves after five seconds at the latest, for a page that never rests.
 */
export const waitForIdle = (page: Page | Frame): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(quiet);
          clearTimeout(latest);
          changes.disconnect();
          resolve();
        };
        let quiet = setTimeout(done, 250);
        const latest = setTimeout(done, 5_000);
        const changes = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(done, 250);
        });
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
