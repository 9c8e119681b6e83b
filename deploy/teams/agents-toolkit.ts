import type { Json } from '../azure/json.ts';

export const toolkitVersion = 'v1.13';

const packageFile = '../../dist/candour-teams.zip';

const packageSettings = [
  'BOT_APP_ID',
  'PUBLIC_HOST',
  'DEVELOPER_NAME',
  'FORCE_NAME_EN',
  'FORCE_NAME_CY',
  'TEAMS_APP_VERSION',
] as const;

/** By Candour's own command, so that the package is the same to the byte as the one that others check. */
const packageStep: Json = {
  uses: 'script',
  name: 'Make the app package',
  with: { run: 'npm run -s package', workingDirectory: '../..' },
  env: {
    TEAMS_APP_ID: '${{TEAMS_APP_ID}}',
    TAB_CLIENT_ID: '${{AAD_APP_CLIENT_ID}}',
    ...Object.fromEntries(packageSettings.map((name) => [name, `\${{${name}}}`])),
  },
};
const validatePackageStep: Json = { uses: 'teamsApp/validateAppPackage', with: { appPackagePath: packageFile } };

/**
 * `provision` makes or repairs the registration in Entra and the app in the developer portal, `publish` gives the
 * package to those who admit apps. Azure is deployed first, by its own template.
 */
export const toolkitConfig = (): Json => ({
  version: toolkitVersion,
  environmentFolderPath: './env',
  provision: [
    {
      uses: 'aadApp/create',
      with: {
        name: 'Candour',
        generateClientSecret: false,
        generateServicePrincipal: true,
        signInAudience: 'AzureADMyOrg',
      },
      writeToEnvironmentFile: { clientId: 'AAD_APP_CLIENT_ID', objectId: 'AAD_APP_OBJECT_ID' },
    },
    {
      uses: 'aadApp/update',
      with: { manifestPath: './entra-app.json', outputFilePath: '../../dist/entra-app.json' },
    },
    {
      uses: 'teamsApp/create',
      with: { name: 'Candour' },
      writeToEnvironmentFile: { teamsAppId: 'TEAMS_APP_ID' },
    },
    packageStep,
    validatePackageStep,
    { uses: 'teamsApp/update', with: { appPackagePath: packageFile } },
  ],
  publish: [
    packageStep,
    validatePackageStep,
    {
      uses: 'teamsApp/publishAppPackage',
      with: { appPackagePath: packageFile },
      writeToEnvironmentFile: { publishedAppId: 'TEAMS_APP_PUBLISHED_ID' },
    },
  ],
});

/** To be copied as `.env.` with a name of the force's own. */
export const toolkitEnvironment = (): string =>
  [
    '# Copy this file to .env.production in the same folder. The toolkit adds the ids that it makes. No line is a secret.',
    'TEAMSFX_ENV=production',
    '# The outputs of the template for Azure have these.',
    'BOT_APP_ID=',
    'PUBLIC_HOST=',
    '# manifest/README.md explains these.',
    'DEVELOPER_NAME=',
    'FORCE_NAME_EN=',
    'FORCE_NAME_CY=',
    'TEAMS_APP_VERSION=',
    '',
  ].join('\n');
