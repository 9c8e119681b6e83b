import type { Frame, Page } from 'playwright-core';

/**
 * Resolves when nothing on the page has changed for a quarter of a second: a new card is drawn twice, and what is
 * typed into its first drawing is lost. Resolves after five seconds at the latest, for a page that never rests.
 */
export const waitForIdle = (page: Page | Frame): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const end = performance.now() + 5_000;
        let quiet = 0;
        const changes = new MutationObserver(() => {
          quiet = 0;
        });
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
        // In steps: what waits for a busy processor comes between them, and not after a single timer that is long due.
        const look = () => {
          quiet += 1;
          if (quiet <= 5 && performance.now() < end) return void setTimeout(look, 50);
          changes.disconnect();
          resolve();
        };
        look();
      }),
  );
