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
 * Finds the client around the page, and tells of it. Tells `notInTeams` where none has answered within ten seconds, and
 * then still of one that answers later, as on a phone that has much to do; `notLoaded` where what speaks to it did not
 * come: it may be asked for again. Never rejects.
 */
export async function connect(tell: (found: Host | 'notInTeams' | 'notLoaded') => void): Promise<void> {
  const meta = document.querySelector(`meta[name="${developmentHostMeta.name}"]`);
  const isDevelopment = meta?.getAttribute('content') === developmentHostMeta.content;
  const speak = await hostPart(isDevelopment).catch(() => undefined);
  if (speak === undefined) return tell('notLoaded');
  const late = setTimeout(tell, isAlone() ? aloneWithinMs : answerWithinMs, 'notInTeams');
  const host = await speak().catch((): 'notInTeams' => 'notInTeams');
  clearTimeout(late);
  tell(host);
}
