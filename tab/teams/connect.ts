import { loadPart } from '../parts/load-part.ts';
import { developmentHostMeta } from '../../contract/development-messages.ts';
import type { Host } from './host.ts';

/** Longer than a client needs; Teams' own library waits for a minute. */
const answerWithinMs = 10_000;
/** Where nothing around the page speaks of a client. */
const aloneWithinMs = 5_000;

/** On a phone the tab is no frame: Teams then puts its way of speaking into the window. */
const isAlone = (): boolean => window.parent === window && window.opener === null && !('nativeInterface' in window);

/** Loads the part that speaks to the client. Rejects where it does not come. */
const hostPart = async (isDevelopment: boolean): Promise<() => Promise<Host>> =>
  isDevelopment
    ? (await loadPart('teams/development-host.ts', () => import('./development-host.ts'))).developmentHost
    : (await loadPart('teams/teams-host.ts', () => import('./teams-host.ts'))).teamsHost;

/**
 * The client around the page, or `notInTeams` where none answers within ten seconds; `notLoaded` where what speaks to it
 * did not come: it may be asked for again.
 */
export async function connect(): Promise<Host | 'notInTeams' | 'notLoaded'> {
  const meta = document.querySelector(`meta[name="${developmentHostMeta.name}"]`);
  const isDevelopment = meta?.getAttribute('content') === developmentHostMeta.content;
  const late = () =>
    new Promise<'notInTeams'>((resolve) =>
      setTimeout(resolve, isAlone() ? aloneWithinMs : answerWithinMs, 'notInTeams'),
    );
  const speak = await hostPart(isDevelopment).catch(() => undefined);
  if (speak === undefined) return 'notLoaded';
  return Promise.race([speak().catch((): 'notInTeams' => 'notInTeams'), late()]);
}
