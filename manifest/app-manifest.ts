import type { TeamsManifestV1D30 } from '@microsoft/app-manifest';
import type { Language } from '../core/model/language.ts';
import type { PackageSettings } from './package-settings.ts';

export const appPackageFileNames = {
  manifest: 'manifest.json',
  english: 'en-gb.json',
  welsh: 'cy-gb.json',
  colorIcon: 'color.png',
  outlineIcon: 'outline.png',
} as const;

/** The localisation files count by the order of `bots[0].commandLists`. */
const menuScopes: readonly MenuScope[] = ['personal', 'team'];

export const accentColor = '#0E4A5A';

/**
 * In English, schema 1.30. It asks for no permission: the bot answers, and posts where it was put; the tab learns by
 * single sign-on who uses it. `tier1` admits it to shared channels; files are refused, since Teams would store them in
 * the sender's OneDrive.
 */
export function appManifest(settings: PackageSettings): TeamsManifestV1D30.TeamsManifestV1D30 {
  const words = appTexts('en', settings.forceName?.en);
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    manifestVersion: '1.30',
    version: settings.version,
    id: settings.appId,
    localizationInfo: {
      defaultLanguageTag: 'en-gb',
      defaultLanguageFile: appPackageFileNames.english,
      additionalLanguages: [{ languageTag: 'cy-gb', file: appPackageFileNames.welsh }],
    },
    developer: {
      name: settings.developerName,
      websiteUrl: `https://${settings.host}`,
      privacyUrl: settings.privacyUrl,
      termsOfUseUrl: settings.termsUrl,
    },
    name: { short: words.shortName, full: words.fullName },
    description: { short: words.shortDescription, full: words.fullDescription },
    icons: { color: appPackageFileNames.colorIcon, outline: appPackageFileNames.outlineIcon },
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

/** Each is a paragraph. They promise no more than Candour keeps. */
const fullDescriptions: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Candour gives officers, staff and volunteers guidance about abuse of position and other wrongdoing, and a way to report a concern about a colleague in confidence.',
    'Read what abuse of position for a sexual purpose is, which signs to look for, what your duty is, what protects you, and the other ways to report.',
    'Report a concern in English or Welsh, a few questions at a time. You choose how much about your identity Candour keeps, and you are told the limits before you begin. Come back with a code to check the progress of your report, or to add to it.',
    'Once your report is saved it is encrypted: only people who hold the keys can open it. A concern about the Anti-Corruption Unit, the Professional Standards Department, the Chief Constable or another senior officer goes to people outside the unit.',
    'Candour runs in Microsoft Teams, which keeps records of its own. You can see the ways to report outside Teams before the first question.',
    'Do not describe what happened in the chat: the chat is recorded. Use the buttons instead.',
    'Candour is not for emergencies. If someone is in danger now, call 999.',
  ],
  cy: [
    'Mae Candour yn rhoi canllawiau i swyddogion, staff a gwirfoddolwyr am gamddefnyddio swydd a chamymddwyn arall, a ffordd o roi gwybod yn gyfrinachol am bryder ynghylch cydweithiwr.',
    'Cewch ddarllen beth yw camddefnyddio swydd at ddiben rhywiol, pa arwyddion i gadw llygad amdanynt, beth yw eich dyletswydd a sut y cewch eich diogelu, a pha ffyrdd eraill sydd o roi gwybod.',
    'Rhowch wybod am bryder yn Gymraeg neu’n Saesneg, ychydig o gwestiynau ar y tro. Chi sy’n dewis faint o wybodaeth am eich hunaniaeth y mae Candour yn ei chadw, a chewch wybod beth yw’r terfynau cyn dechrau. Dewch yn ôl gyda chod i weld beth yw sefyllfa eich adroddiad, neu i ychwanegu ato.',
    'Ar ôl i’ch adroddiad gael ei gadw, mae wedi’i amgryptio: dim ond pobl sydd â’r allweddi a all ei agor. Mae pryder am yr Uned Wrthlygredd, yr Adran Safonau Proffesiynol, y Prif Gwnstabl neu uwch-swyddog arall yn mynd at bobl y tu allan i’r uned.',
    'Mae Candour yn rhedeg yn Microsoft Teams, sy’n cadw ei gofnodion ei hun. Gallwch weld y ffyrdd o roi gwybod y tu allan i Teams cyn y cwestiwn cyntaf.',
    'Peidiwch â disgrifio’r hyn a ddigwyddodd yn y sgwrs: mae’r sgwrs yn cael ei chofnodi. Defnyddiwch y botymau yn lle hynny.',
    'Nid ar gyfer argyfyngau y mae Candour. Os oes rhywun mewn perygl nawr, ffoniwch 999.',
  ],
};

/** The full name ends with the force's, if known. */
function appTexts(language: Language, forceName: string | undefined) {
  const fullDescription = fullDescriptions[language].join('\n\n');
  return language === 'en'
    ? {
        shortName: 'Candour',
        fullName: forceName === undefined ? 'Candour: guidance and concerns' : `Candour for ${forceName}`,
        shortDescription: 'Guidance, and a way to report a concern about a colleague in confidence.',
        fullDescription,
      }
    : {
        shortName: 'Candour',
        fullName: forceName === undefined ? 'Candour: canllawiau a phryderon' : `Candour ar gyfer ${forceName}`,
        shortDescription: 'Canllawiau, a ffordd o roi gwybod yn gyfrinachol am bryder ynghylch cydweithiwr.',
        fullDescription,
      };
}

/** Teams types the title for the person. */
interface MenuCommand {
  readonly title: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
}

type MenuScope = 'personal' | 'team';

/**
 * Teams posts a chosen title as the person's own message, which others can find later: so reporting and coming back
 * with a code are buttons that open a dialog, and never in a menu.
 */
export const menuCommands: Readonly<Record<MenuScope, readonly MenuCommand[]>> = {
  personal: [
    {
      title: { en: 'Guidance', cy: 'Canllawiau' },
      description: {
        en: 'What abuse of position is, signs to look for, your duty and what protects you',
        cy: 'Beth yw camddefnyddio swydd, arwyddion, eich dyletswydd a sut y cewch eich diogelu',
      },
    },
    {
      title: { en: 'Help', cy: 'Cymorth' },
      description: {
        en: 'What Candour does, and what to do if something does not work',
        cy: 'Beth mae Candour yn ei wneud, a beth i’w wneud os nad yw rhywbeth yn gweithio',
      },
    },
    {
      title: { en: 'Messages', cy: 'Negeseuon' },
      description: {
        en: 'Choose whether Candour sends you a short message now and then, and in which language',
        cy: 'Dewis a yw Candour yn anfon neges fer atoch o bryd i’w gilydd, ac ym mha iaith',
      },
    },
    {
      title: { en: 'Language', cy: 'Iaith' },
      // In both languages, for someone who cannot read that of their client.
      description: {
        en: 'Choose English or Welsh. Dewis Cymraeg neu Saesneg.',
        cy: 'Dewis Cymraeg neu Saesneg. Choose English or Welsh.',
      },
    },
    {
      title: { en: 'Weekly summary', cy: 'Crynodeb wythnosol' },
      description: {
        en: 'Figures for the last full week, for people who have been given access',
        cy: 'Ffigurau’r wythnos lawn ddiwethaf, i bobl sydd wedi cael mynediad',
      },
    },
  ],
  team: [
    {
      title: { en: 'Alerts here', cy: 'Rhybuddion yma' },
      description: {
        en: 'Post alerts in this channel, for people allowed to choose it',
        cy: 'Postio rhybuddion yn y sianel hon, i bobl sydd â’r hawl i’w dewis',
      },
    },
    {
      title: { en: 'Alert health', cy: 'Cyflwr rhybuddion' },
      description: {
        en: 'How many alerts are waiting or have failed, and when the last one was sent',
        cy: 'Faint o rybuddion sy’n aros neu sydd wedi methu, a phryd yr anfonwyd yr un diwethaf',
      },
    },
  ],
};

/** The same in everyone's package: the server decides what someone sees there. */
interface StaticTab {
  readonly entityId: string;
  /** No address of a tab ever names a case. */
  readonly page: 'report' | 'today' | 'summaries';
  readonly name: Readonly<Record<Language, string>>;
  readonly scopes: readonly ('personal' | 'team')[];
  readonly context: readonly ('personalTab' | 'channelTab')[];
}

/**
 * Cases are in channels as well, for those who handle them; reporting is personal only. Summaries have a tab in
 * channels alone: in person they are a page of the cases tab. The tabs reveal nothing: someone without a role sees the
 * page for reporting in both.
 */
export const staticTabs: readonly StaticTab[] = [
  {
    entityId: 'report',
    page: 'report',
    name: { en: 'Report a concern', cy: 'Rhoi gwybod am bryder' },
    scopes: ['personal'],
    context: ['personalTab'],
  },
  {
    entityId: 'cases',
    page: 'today',
    name: { en: 'Cases', cy: 'Achosion' },
    scopes: ['personal', 'team'],
    context: ['personalTab', 'channelTab'],
  },
  {
    entityId: 'summaries',
    page: 'summaries',
    name: { en: 'Summaries', cy: 'Crynodebau' },
    scopes: ['team'],
    context: ['channelTab'],
  },
];

/** By the text's path in the manifest. */
type Localisation = Readonly<Record<string, string>>;

export function manifestLocalisation(language: Language, settings: Pick<PackageSettings, 'forceName'>): Localisation {
  const words = appTexts(language, settings.forceName?.[language]);
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
