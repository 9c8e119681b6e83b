import type { TeamsManifestV1D30 } from '@microsoft/app-manifest';
import { appWords } from './app-words.ts';
import { type MenuScope, menuCommands } from './menu-commands.ts';
import type { PackageSettings } from './package-settings.ts';
import { staticTabs } from './static-tabs.ts';

export const packageFiles = {
  manifest: 'manifest.json',
  english: 'en-gb.json',
  welsh: 'cy-gb.json',
  colorIcon: 'color.png',
  outlineIcon: 'outline.png',
} as const;

/** The order of `bots[0].commandLists`, which the localisation files count by. */
export const menuScopes: readonly MenuScope[] = ['personal', 'team'];

export const accentColor = '#0E4A5A';

/**
 * The Teams manifest in English, schema 1.30. It asks for no permission: the bot answers, and posts where it was put;
 * the tab learns by single sign-on who uses it. `tier1` lets it be put into a shared channel; files are refused, since
 * Teams would keep them in the sender's OneDrive.
 */
export function appManifest(settings: PackageSettings): TeamsManifestV1D30.TeamsManifestV1D30 {
  const words = appWords('en', settings.forceName?.en);
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    manifestVersion: '1.30',
    version: settings.version,
    id: settings.appId,
    localizationInfo: {
      defaultLanguageTag: 'en-gb',
      defaultLanguageFile: packageFiles.english,
      additionalLanguages: [{ languageTag: 'cy-gb', file: packageFiles.welsh }],
    },
    developer: {
      name: settings.developerName,
      websiteUrl: `https://${settings.host}`,
      privacyUrl: settings.privacyUrl,
      termsOfUseUrl: settings.termsUrl,
    },
    name: { short: words.shortName, full: words.fullName },
    description: { short: words.shortDescription, full: words.fullDescription },
    icons: { color: packageFiles.colorIcon, outline: packageFiles.outlineIcon },
    accentColor,
    bots: [
      {
        botId: settings.botId,
        scopes: ['personal', 'team'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: menuScopes.map((scope) => ({
          scopes: [scope],
          commands: menuCommands[scope].map(({ title, description }) => ({
            title: title.en,
            description: description.en,
          })),
        })),
      },
    ],
    staticTabs: staticTabs.map(({ entityId, page, name, scopes, context }) => ({
      entityId,
      name: name.en,
      contentUrl: `https://${settings.host}/tab/?page=${page}`,
      scopes: [...scopes],
      context: [...context],
    })),
    webApplicationInfo: {
      id: settings.tabClientId,
      resource: `api://${settings.host}/${settings.tabClientId}`,
    },
    validDomains: [settings.host],
    supportsChannelFeatures: 'tier1',
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot' },
  };
}
