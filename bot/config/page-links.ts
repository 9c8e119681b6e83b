import { caseDeepLink } from '../../contract/deep-links.ts';
import { summaryDeepLink, type SummaryLink } from '../../contract/deep-links.ts';
import type { ServerSettings } from './server-settings.ts';

export const reportEntity = 'report';

const casesEntity = 'cases';

type LinkSettings = Pick<ServerSettings, 'development' | 'teamsAppId'> & {
  readonly listen: Pick<ServerSettings['listen'], 'port'>;
};

/** `undefined` if the settings do not say where. */
export const reportPageLink = (settings: LinkSettings): string | undefined => entityLink(settings, reportEntity);

/**
 * Opens the cases, or one by its pointer, never its reference. `undefined` if the settings do not say where. The
 * stand-in for Teams follows no pointer.
 */
export function casesLink(settings: LinkSettings, token?: string): string | undefined {
  const link = entityLink(settings, casesEntity);
  if (link === undefined || token === undefined || settings.development) return link;
  return withSubPage(link, caseDeepLink.toSubPage(token));
}

function summariesLink(settings: LinkSettings, place: SummaryLink): string | undefined {
  const link = entityLink(settings, casesEntity);
  if (link === undefined) return undefined;
  const subPage = summaryDeepLink.toSubPage(place);
  return settings.development ? `${link}?page=${encodeURIComponent(subPage)}` : withSubPage(link, subPage);
}

export const summaryLinks = (settings: LinkSettings, period: string) => ({
  page: summariesLink(settings, { period, part: 'figures' }),
  file: summariesLink(settings, { period, part: 'files' }),
});

const withSubPage = (link: string, subPage: string): string =>
  `${link}?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}`;

function entityLink({ development, listen, teamsAppId }: LinkSettings, entity: string): string | undefined {
  if (development) return listen.port === 0 ? undefined : `http://127.0.0.1:${listen.port}/development/teams`;
  return teamsAppId && `https://teams.microsoft.com/l/entity/${teamsAppId}/${entity}`;
}

/**
 * `undefined` if the force has no partners. In development, the one name for which browsers make passkeys without a
 * certificate.
 */
export function partnerPageUrl({
  partners,
  development,
  publicHost,
  listen,
}: Pick<ServerSettings, 'partners' | 'publicHost'> & LinkSettings): string | undefined {
  if (!partners) return undefined;
  if (development) return `http://localhost:${listen.port}/partners/`;
  return publicHost === undefined ? undefined : `https://${publicHost}/partners/`;
}
