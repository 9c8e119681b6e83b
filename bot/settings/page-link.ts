import type { Config } from './config.ts';

/** The entity of the personal tab in the app package that holds the page for reporting. */
export const reportEntity = 'report';

/**
 * Where the page for reporting opens, the same for everybody: in Teams by the app's id, in development beside the
 * stand-in for Teams. `undefined` where the settings do not say.
 */
export function pageLink(config: Pick<Config, 'development' | 'PORT' | 'TEAMS_APP_ID'>): string | undefined {
  if (config.development) return config.PORT === 0 ? undefined : `http://127.0.0.1:${config.PORT}/development/teams`;
  return config.TEAMS_APP_ID && `https://teams.microsoft.com/l/entity/${config.TEAMS_APP_ID}/${reportEntity}`;
}
