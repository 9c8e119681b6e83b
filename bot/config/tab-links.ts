import { pointedAt } from '../../contract/page-links.ts';
import { summariesAt, type SummaryPlace } from '../../contract/page-links.ts';
import type { ServerSettings } from './server-settings.ts';

export const reportEntity = 'report';

const casesEntity = 'cases';

type Linked = Pick<ServerSettings, 'development' | 'teamsAppId'> & {
  readonly listening: Pick<ServerSettings['listening'], 'port'>;
};

/** Opens the page for reporting; `undefined` if the settings do not say where. */
export const pageLink = (settings: Linked): string | undefined => entityLink(settings, reportEntity);

/**
 * Opens the cases, at one by its pointer, never its reference. `undefined` if the settings do not say where. The
 * stand-in for Teams follows no pointer.
 */
export function casesLink(settings: Linked, pointer?: string): string | undefined {
  const opened = entityLink(settings, casesEntity);
  if (opened === undefined || pointer === undefined || settings.development) return opened;
  return at(opened, pointedAt.subPageOf(pointer));
}

function summariesLink(settings: Linked, place: SummaryPlace): string | undefined {
  const opened = entityLink(settings, casesEntity);
  if (opened === undefined) return undefined;
  const subPage = summariesAt.subPageOf(place);
  return settings.development ? `${opened}?page=${encodeURIComponent(subPage)}` : at(opened, subPage);
}

export const summaryLinks = (settings: Linked, period: string) => ({
  page: summariesLink(settings, { period, part: 'figures' }),
  file: summariesLink(settings, { period, part: 'files' }),
});

const at = (opened: string, subPage: string): string =>
  `${opened}?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}`;

function entityLink({ development, listening, teamsAppId }: Linked, entity: string): string | undefined {
  if (development) return listening.port === 0 ? undefined : `http://127.0.0.1:${listening.port}/development/teams`;
  return teamsAppId && `https://teams.microsoft.com/l/entity/${teamsAppId}/${entity}`;
}

/**
 * `undefined` if the force has no partners. Development uses the one name for which browsers make passkeys without a
 * certificate.
 */
export function pageOfPartners({
  partners,
  development,
  publicHost,
  listening,
}: Pick<ServerSettings, 'partners' | 'publicHost'> & Linked): string | undefined {
  if (!partners) return undefined;
  if (development) return `http://localhost:${listening.port}/partners/`;
  return publicHost === undefined ? undefined : `https://${publicHost}/partners/`;
}
