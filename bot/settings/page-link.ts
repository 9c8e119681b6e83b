import type { ServerSettings } from './server-settings.ts';

/** The entity of the personal tab in the app package that holds the page for reporting. */
export const reportEntity = 'report';

/**
 * Where the page for reporting opens, the same for everybody: in Teams by the app's id, in development beside the
 * stand-in for Teams. `undefined` where the settings do not say.
 */
export function pageLink({
  development,
  listening,
  teamsAppId,
}: Pick<ServerSettings, 'development' | 'teamsAppId'> & {
  readonly listening: Pick<ServerSettings['listening'], 'port'>;
}): string | undefined {
  if (development) return listening.port === 0 ? undefined : `http://127.0.0.1:${listening.port}/development/teams`;
  return teamsAppId && `https://teams.microsoft.com/l/entity/${teamsAppId}/${reportEntity}`;
}
