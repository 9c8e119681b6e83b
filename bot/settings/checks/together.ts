import { rolesKeptApart } from '../../../concerns/terms/directory.ts';
import { leftOverIdentity } from '../needed-settings.ts';
import { roleSettings } from '../roles.ts';
import type { NamedSettings } from '../settings-schema.ts';
import type { Trouble } from './trouble.ts';

const about = (settings: readonly string[], sentence: string): Trouble => ({ kind: 'settings', settings, sentence });

function troublesOfIdentity(settings: NamedSettings): readonly Trouble[] {
  const leftOver = leftOverIdentity(settings);
  if (leftOver.length === 0) return [];
  const names = leftOver.join(' and ');
  const isManaged = settings.BOT_APP_TYPE === 'UserAssignedMSI';
  return [
    isManaged
      ? about(
          leftOver,
          `${names} ${leftOver.length > 1 ? 'are' : 'is'} left over beside the managed identity that BOT_APP_TYPE names: leave out what is not meant.`,
        )
      : about(
          leftOver,
          `${names} are both set, and the bot shows itself in one way: leave out the one that is not meant.`,
        ),
  ];
}

const troublesOfRoles = (settings: NamedSettings): readonly Trouble[] =>
  rolesKeptApart
    .map(([one, other]) => [roleSettings[one], roleSettings[other]] as const)
    .filter(([one, other]) => settings[one].some((person) => settings[other].includes(person)))
    .map((names) => about(names, `${names.join(' and ')} name the same person: take them out of one of these.`));

/** Settings that are left over or contradict each other. */
export function troublesTogether(settings: NamedSettings): readonly Trouble[] {
  const sameIds = settings.TENANT_ID !== undefined && settings.TENANT_ID === settings.BOT_APP_ID;
  const { HOST: host, PORT: port, HEALTH_HOST: healthHost, HEALTH_PORT: healthPort } = settings;
  return [
    ...troublesOfIdentity(settings),
    ...(sameIds
      ? [
          about(
            ['TENANT_ID', 'BOT_APP_ID'],
            'TENANT_ID and BOT_APP_ID are the same id: one is the tenant, one the bot.',
          ),
        ]
      : []),
    ...(settings.STORE === 'sqlite' && settings.COSMOS_ENDPOINT !== undefined
      ? [
          about(
            ['STORE', 'COSMOS_ENDPOINT'],
            'STORE is "sqlite" and COSMOS_ENDPOINT is set as well, so that nobody knows where reports belong: leave COSMOS_ENDPOINT out, or set STORE to "cosmos".',
          ),
        ]
      : []),
    ...(settings.STORE === 'cosmos' && settings.COSMOS_KEY !== undefined && settings.COSMOS_CLIENT_ID !== undefined
      ? [
          about(
            ['COSMOS_KEY', 'COSMOS_CLIENT_ID'],
            'COSMOS_KEY is left over beside the managed identity of COSMOS_CLIENT_ID: leave out the one that is not meant.',
          ),
        ]
      : []),
    ...(settings.FILES_CONNECTION !== undefined && settings.FILES_CLIENT_ID !== undefined
      ? [
          about(
            ['FILES_CONNECTION', 'FILES_CLIENT_ID'],
            'FILES_CONNECTION is left over beside the managed identity of FILES_CLIENT_ID: leave out the one that is not meant.',
          ),
        ]
      : []),
    ...(healthPort !== undefined && healthPort === port && port !== 0 && healthHost === host
      ? [about(['PORT', 'HEALTH_PORT'], 'PORT and HEALTH_PORT are the same port: set one of them to another.')]
      : []),
    ...troublesOfRoles(settings),
  ];
}
