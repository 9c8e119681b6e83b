import { z } from 'zod';
import { targetNames } from '../../../concerns/records/alert-targets.ts';
import { channelSettings } from '../channel-settings.ts';
import { listed } from '../listed.ts';
import { roleSettings } from '../roles.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** Settings by their names, as they were given. */
export type Given = Readonly<Record<string, string>>;

const isGuid = (text: string): boolean => z.guid().safeParse(text).success;
const partsOf = (value: string | undefined): readonly string[] => listed.parse(value ?? '');
const guidInside = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;

/** Ids of the tenant, of registrations and of identities. */
const ids = [
  'TENANT_ID',
  'BOT_APP_ID',
  'TAB_CLIENT_ID',
  'COSMOS_CLIENT_ID',
  'FILES_CLIENT_ID',
  'TEAMS_APP_ID',
] as const;

function wrongId(name: (typeof ids)[number], value: string): string | undefined {
  if (isGuid(value)) return undefined;
  if (name === 'TENANT_ID' && value.includes('.')) {
    return 'holds the name of a domain: it takes the GUID that Entra shows as "Directory (tenant) ID".';
  }
  return 'holds no GUID: copy the id as Entra shows it, 32 digits and letters with four hyphens.';
}

/** The fault of an entry that names nobody; `at` is its place. */
function wrongPerson(entry: string, at: number): string | undefined {
  if (isGuid(entry)) return undefined;
  if (entry.includes('@')) {
    return `holds an e-mail address (entry ${at}): it takes object ids, which Entra shows on the page of each person.`;
  }
  if (entry.includes(';')) return `has ";" between its entries (entry ${at}): it takes commas or spaces.`;
  if ((entry.match(guidInside)?.length ?? 0) > 1) return `has no comma between two ids (entry ${at}).`;
  return `holds something that is no object id (entry ${at}): it takes GUIDs, which Entra shows on the page of each person.`;
}

/** A channel of Teams: one of a team, where conversations of groups and of one person have other endings. */
const channelPattern = /^19:[\w-]{1,200}@thread\.(?:tacv2|skype)$/u;

function wrongChannel(value: string): string | undefined {
  if (channelPattern.test(value)) return undefined;
  if (/^https?:/iu.test(value)) {
    return 'holds a link to a channel: it takes the id inside, which begins with "19:" ("19%3a" in the link) and ends with "@thread.tacv2".';
  }
  if (/@(?:thread\.v2|unq\.gbl\.spaces)$/u.test(value) || value.startsWith('a:')) {
    return 'names a chat, and alerts go to a channel of a team: its id ends with "@thread.tacv2".';
  }
  if (value.includes('@') && !value.startsWith('19:')) {
    return 'holds an e-mail address: it takes the id of a channel, such as "19:…@thread.tacv2".';
  }
  return 'names no channel: it takes the whole id of one, such as "19:…@thread.tacv2".';
}

const firstOf = (name: string, said: readonly (string | undefined)[]): readonly Trouble[] => {
  const wrong = said.find((one) => one !== undefined);
  return wrong === undefined ? [] : [troubleOf(name, wrong)];
};

/** The troubles of ids that are none of their kind: tenant and apps, people of the roles, channels. */
export function troublesOfIds(given: Given): readonly Trouble[] {
  return [
    ...ids.flatMap((name) =>
      firstOf(
        name,
        [given[name]].map((value) => value && wrongId(name, value)),
      ),
    ),
    ...Object.values(roleSettings).flatMap((name) =>
      firstOf(
        name,
        partsOf(given[name]).map((entry, place) => wrongPerson(entry, place + 1)),
      ),
    ),
    ...targetNames.flatMap((target) => {
      const name = channelSettings[target];
      return firstOf(
        name,
        [given[name]].map((value) => value && wrongChannel(value)),
      );
    }),
  ];
}
