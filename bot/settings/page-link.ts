import { pointedAt } from '../../contract/case-link.ts';
import { summariesAt, type SummaryPlace } from '../../contract/summary-link.ts';
import type { ServerSettings } from './server-settings.ts';

/** The entity of the personal tab in the app package that holds the page for reporting. */
export const reportEntity = 'report';

/** The entity of the tab that holds the cases. */
const casesEntity = 'cases';

type Linked = Pick<ServerSettings, 'development' | 'teamsAppId'> & {
  readonly listening: Pick<ServerSettings['listening'], 'port'>;
};

/**
 * Where the page for reporting opens, the same for everybody: in Teams by the app's id, in development beside the
 * stand-in for Teams. `undefined` where the settings do not say.
 */
export const pageLink = (settings: Linked): string | undefined => entityLink(settings, reportEntity);

/**
 * Where the tab with the cases opens, at a case where a pointer to one is given: never with a reference. `undefined`
 * where the settings do not say. The stand-in for Teams follows no pointer.
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

/**
 * Where the tab shows a period of the summaries, and where it makes files of it: the same for everybody, and with nothing
 * of a case. Neither where the settings do not say.
 */
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
 * Where the partners' page is, `undefined` where the force has no partners. In development it is at the one name for
 * which a browser makes passkeys without a certificate.
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
