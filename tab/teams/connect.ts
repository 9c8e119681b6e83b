import { developmentHostMeta } from './development-messages.ts';
import type { Host } from './host.ts';

/** Longer than a client needs; Teams' own library waits for a minute. */
const answerWithinMs = 10_000;
/** Where nothing around the page speaks of a client. */
const aloneWithinMs = 5_000;

/** On a phone the tab is no frame: Teams then puts its way of speaking into the window. */
const isAlone = (): boolean => window.parent === window && window.opener === null && !('nativeInterface' in window);

/** The client around the page, or `notInTeams` where none answers within ten seconds. */
export async function connect(): Promise<Host | 'notInTeams'> {
  const meta = document.querySelector(`meta[name="${developmentHostMeta.name}"]`);
  const isDevelopment = meta?.getAttribute('content') === developmentHostMeta.content;
  const late = new Promise<'notInTeams'>((resolve) =>
    setTimeout(resolve, isAlone() ? aloneWithinMs : answerWithinMs, 'notInTeams'),
  );
  const found = isDevelopment
    ? import('./development-host.ts').then(({ developmentHost }) => developmentHost())
    : import('./teams-host.ts').then(({ teamsHost }) => teamsHost());
  return Promise.race([found.catch((): 'notInTeams' => 'notInTeams'), late]);
}
