import type { TabPage } from './tab-page.ts';

/** Everything that a browser keeps for a page, and where it says that it is. */
export const readBrowserStorage = ({ tab }: Pick<TabPage, 'tab'>): Promise<string> =>
  tab.evaluate(async () =>
    JSON.stringify({
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      cookies: document.cookie,
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      history: [location.href, history.length, JSON.stringify(history.state)],
      name: window.name,
      title: document.title,
    }),
  );
