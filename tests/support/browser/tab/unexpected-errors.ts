import type { TabPage } from './tab-page.ts';

/** teams-js asks Microsoft for a newer list of origins, which the page's own policy refuses: see bot/http/built-files-routes.ts. */
const ofTeamsLibrary = /res\.cdn\.office\.net\/teams-js\/validDomains/u;

/** What the page called an error and nobody expects, and the hosts that it asked for and must not. */
export const unexpectedErrors = ({
  errors,
  refusedHosts,
}: Pick<TabPage, 'errors' | 'refusedHosts'>): readonly string[] => [
  ...errors.filter((error) => !ofTeamsLibrary.test(error)),
  ...[...refusedHosts].map((host) => `asked for ${host}`),
];
