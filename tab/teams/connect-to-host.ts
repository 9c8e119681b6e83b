import { loadModule } from '../ui/lazy-module.ts';
import { developmentHostMeta } from '../../contract/development-messages.ts';
import type { Host } from './host.ts';

/** Milliseconds; Teams' own library waits for a minute. */
const hostTimeoutMs = 10_000;
const standaloneTimeoutMs = 5_000;

const isStandalone = (): boolean =>
  window.parent === window && window.opener === null && !('nativeInterface' in window);

const loadHostConnector = async (isDevelopment: boolean): Promise<() => Promise<Host>> =>
  isDevelopment
    ? (await loadModule('teams/development-host.ts', () => import('./development-host.ts'))).connectDevelopmentHost
    : (await loadModule('teams/teams-host.ts', () => import('./teams-host.ts'))).connectTeamsHost;

/**
 * Finds the client around the page. `notInTeams`: none answered in time, and a later answer still calls `onResult`;
 * `notLoaded`: the part that speaks to it did not load, and the caller may try again. Never rejects.
 */
export async function connectToHost(onResult: (found: Host | 'notInTeams' | 'notLoaded') => void): Promise<void> {
  const meta = document.querySelector(`meta[name="${developmentHostMeta.name}"]`);
  const isDevelopment = meta?.getAttribute('content') === developmentHostMeta.content;
  const connect = await loadHostConnector(isDevelopment).catch(() => undefined);
  if (connect === undefined) return onResult('notLoaded');
  const timer = setTimeout(onResult, isStandalone() ? standaloneTimeoutMs : hostTimeoutMs, 'notInTeams');
  const host = await connect().catch((): 'notInTeams' => 'notInTeams');
  clearTimeout(timer);
  onResult(host);
}
