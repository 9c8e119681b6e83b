import { loadPart } from '../ui/lazy-loader.ts';
import { developmentHostMeta } from '../../contract/development-messages.ts';
import type { Host } from './host.ts';

/** Milliseconds; Teams' own library waits for a minute. */
const answerWithinMs = 10_000;
const aloneWithinMs = 5_000;

const isAlone = (): boolean => window.parent === window && window.opener === null && !('nativeInterface' in window);

const hostPart = async (isDevelopment: boolean): Promise<() => Promise<Host>> =>
  isDevelopment
    ? (await loadPart('teams/development-host.ts', () => import('./development-host.ts'))).developmentHost
    : (await loadPart('teams/teams-host.ts', () => import('./teams-host.ts'))).teamsHost;

/**
 * Finds the client around the page. `notInTeams`: none answered within ten seconds, and one that answers later is still
 * told; `notLoaded`: the part that speaks to it did not load, and may be asked for again. Never rejects.
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
