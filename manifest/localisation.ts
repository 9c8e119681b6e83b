import type { Language } from '../concerns/terms/language.ts';
import { menuScopes } from './app-manifest.ts';
import { appWords } from './app-words.ts';
import { menuCommands } from './menu-commands.ts';
import type { PackageSettings } from './package-settings.ts';
import { staticTabs } from './static-tabs.ts';

/** By the text's path in the manifest. */
export type Localisation = Readonly<Record<string, string>>;

export function localisation(language: Language, settings: Pick<PackageSettings, 'forceName'>): Localisation {
  const words = appWords(language, settings.forceName?.[language]);
  const menus = menuScopes.flatMap((scope, list) =>
    menuCommands[scope].flatMap(({ title, description }, place) => {
      const path = `bots[0].commandLists[${list}].commands[${place}]`;
      return [
        [`${path}.title`, title[language]],
        [`${path}.description`, description[language]],
      ] as const;
    }),
  );
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json',
    'name.short': words.shortName,
    'name.full': words.fullName,
    'description.short': words.shortDescription,
    'description.full': words.fullDescription,
    ...Object.fromEntries(menus),
    ...Object.fromEntries(staticTabs.map(({ name }, place) => [`staticTabs[${place}].name`, name[language]])),
  };
}
