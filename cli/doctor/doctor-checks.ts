import type { DeploymentSettings } from '../../bot/config/checks/deployment-settings.ts';
import type { AuthenticationOptions } from '../../bot/teams/teams-authentication.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Clock } from '../../core/model/calendar.ts';
import type { PageCommandContext } from '../page/page-subcommand.ts';
import type { ProbeRoute } from './http-probe.ts';
import type { MicrosoftProbeOptions } from './microsoft-probe.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { createFinding } from './findings.ts';
import { checkServedPage, checkServer, checkServerVersions } from './server-checks.ts';
import { checkAlerts, sendTestPosts } from './alert-checks.ts';
import { checkKeys, checkRoles, checkStateSecret, checkDeploymentSettings } from './settings-and-key-checks.ts';
import {
  checkBackup,
  checkStoreClock,
  checkFileStore,
  checkStore,
  checkWriterVersion,
  type StoreOpenResult,
} from './storage-checks.ts';
import { checkIssuers, checkToken, type GetToken } from './token-checks.ts';
import { checkRegistration } from './registration-checks.ts';
import { type CheckDefinition, defineCheck, unmetRequirement, type CheckRequirement } from './run-checks.ts';

export interface DoctorCheckContext {
  readonly deployment: DeploymentSettings;
  readonly storeProbe: Promise<StoreOpenResult>;
  readonly clock: Clock;
  readonly options: DoctorOptions;
  readonly page: Omit<PageCommandContext, 'printLine'>;
  readonly route: ProbeRoute;
  readonly microsoftOptions: MicrosoftProbeOptions | undefined;
  readonly getToken: GetToken | undefined;
  readonly surroundings: AuthenticationOptions;
  readonly timeoutMs: number;
}

export const requireDeploymentSetting = <T>(value: T | undefined): CheckRequirement<T> =>
  value === undefined ? unmetRequirement(createFinding('not-looked-at', 'a setting that it needs')) : { has: value };

export async function requireStore({
  storeProbe,
}: Pick<DoctorCheckContext, 'storeProbe'>): Promise<CheckRequirement<Store>> {
  const opened = await storeProbe;
  return opened.kind === 'open' ? { has: opened.store } : unmetRequirement(createFinding('not-looked-at', 'the store'));
}

/** At most seven channels, one after the other. */
const postsTimeoutMs = 180_000;
/** The page has some two hundred files, fetched one by one. */
export const pageTimeoutMs = 300_000;

type StoreCheckContext = Pick<DoctorCheckContext, 'deployment' | 'storeProbe' | 'clock'>;
const monotonic = () => performance.now();

export const settingsCheck = defineCheck({
  name: 'settings',
  question: 'Would a server start with these settings, and is the bot’s certificate valid for long enough?',
  needs: ({ deployment }: Pick<DoctorCheckContext, 'deployment' | 'clock'>) => ({ has: deployment }),
  look: (deployment, { clock }, tells) => checkDeploymentSettings(deployment, clock, tells),
});

export const storeCheck = defineCheck<Store, StoreCheckContext>({
  name: 'store',
  question: 'Does the store return what is written to it, and how fast?',
  async needs({ storeProbe }) {
    const opened = await storeProbe;
    return opened.kind === 'open' ? { has: opened.store } : unmetRequirement(...opened.findings);
  },
  look: (store, { deployment, clock }, tells) => checkStore(store, deployment.store, { clock, monotonic }, tells),
});

export const filesCheck = defineCheck<NonNullable<DeploymentSettings['files']>, StoreCheckContext>({
  name: 'files',
  question: 'Can encrypted files be stored, read and removed?',
  needs: ({ deployment }) => requireDeploymentSetting(deployment.files),
  look: (files, { clock }, tells) => checkFileStore(files, clock, tells),
});

export const tokenCheck = defineCheck({
  name: 'token',
  question: 'Does the bot get its own token for Teams?',
  needs: ({
    deployment: { microsoft: at },
    getToken,
  }: Pick<DoctorCheckContext, 'deployment' | 'getToken' | 'clock'>) =>
    at !== undefined && getToken === undefined
      ? unmetRequirement(createFinding('microsoft-not-asked'))
      : requireDeploymentSetting(at && getToken && { at, tokenFor: getToken }),
  look: ({ at, tokenFor }, { clock }, tells) => checkToken(at, tokenFor, clock, tells),
});

const keysCheck = defineCheck({
  name: 'keys',
  question: 'Can Candour encrypt for each group, and are the keys those on paper?',
  needs: ({ deployment }: DoctorCheckContext) => requireDeploymentSetting(deployment.recipients),
  look: (recipients, { options }, tells) => checkKeys(recipients, options.fingerprints, tells),
});

const rolesCheck = defineCheck({
  name: 'roles',
  question: 'Do the lists name enough reserve officers and custodians?',
  needs: ({ deployment }: DoctorCheckContext) => requireDeploymentSetting(deployment.roles),
  look: (roles, _, tells) => checkRoles(roles, tells),
});

const issuersCheck = defineCheck({
  name: 'entra',
  question: 'Can servers get the keys that check incoming tokens?',
  needs: ({ deployment: { microsoft: at }, microsoftOptions }: DoctorCheckContext) =>
    microsoftOptions === undefined
      ? unmetRequirement(createFinding('microsoft-not-asked'))
      : requireDeploymentSetting(at && { at, way: microsoftOptions }),
  look: ({ at, way }, { clock }, tells) => checkIssuers(at, clock, way, tells),
});

/** The first start makes the embedded store. */
const storeBeforeFirstStartCheck: CheckDefinition<DoctorCheckContext> = {
  ...storeCheck,
  async run(at, output) {
    const opened = await at.storeProbe;
    const isNotMade = opened.kind === 'shut' && opened.findings.some(({ finding }) => finding === 'store-not-made');
    if (!isNotMade) await storeCheck.run(at, output);
  },
};

/** For a deployment in which no server has started: nothing answers at its public address. */
export const checksBeforeFirstStart: readonly CheckDefinition<DoctorCheckContext>[] = [
  settingsCheck,
  storeBeforeFirstStartCheck,
  keysCheck,
  rolesCheck,
  issuersCheck,
  tokenCheck,
];

export const doctorChecks: readonly CheckDefinition<DoctorCheckContext>[] = [
  settingsCheck,
  storeCheck,
  keysCheck,
  defineCheck({
    name: 'keys',
    question: 'Is the secret the one that the servers use?',
    needs: (at) => requireStore(at),
    look: (store, { deployment: { secrets }, clock }, tells) =>
      secrets === undefined ? undefined : checkStateSecret(store, secrets, clock, tells),
  }),
  rolesCheck,
  filesCheck,
  defineCheck({
    name: 'clock',
    question: 'Do the clocks of this machine and of the store agree?',
    needs: (at) => requireStore(at),
    look: (store, { clock }, tells) => checkStoreClock(store, clock, tells),
  }),
  issuersCheck,
  tokenCheck,
  defineCheck({
    name: 'registration',
    question: 'Do the registration in Entra and the bot in Azure have what Candour needs, and no more?',
    needs: ({ deployment: { microsoft: at }, microsoftOptions, getToken }) =>
      microsoftOptions === undefined
        ? unmetRequirement(createFinding('microsoft-not-asked'))
        : requireDeploymentSetting(at && getToken && { at, getToken, microsoftOptions }),
    look: (needed, { options, clock }, tells) =>
      checkRegistration({ ...needed, accessTokenFiles: options.accessTokenFiles, clock }, tells),
  }),
  defineCheck({
    name: 'versions',
    question: 'Did a newer or an older version use the store last?',
    needs: (at) => requireStore(at),
    look: (store, _, tells) => checkWriterVersion(store, tells),
  }),
  defineCheck({
    name: 'versions',
    question: 'Do the servers named with --server run this version?',
    needs: ({ options }) => ({ has: options.servers }),
    look: (servers, { timeoutMs }, tells) => checkServerVersions(servers, timeoutMs, tells),
  }),
  defineCheck({
    name: 'alerts',
    question: 'Is there a channel for each alert, also outside staffed hours, and do alerts arrive?',
    needs: (at) => requireStore(at),
    look: (store, { deployment, clock }, tells) => checkAlerts(store, clock, deployment, tells),
  }),
  defineCheck({
    name: 'posts',
    question: 'Does a test post arrive in each channel? Only with --post.',
    deadlineMs: postsTimeoutMs,
    async needs(at) {
      const { options, deployment } = at;
      if (!options.post) return unmetRequirement(createFinding('post-not-tried'));
      const settings = requireDeploymentSetting(deployment.serverSettings);
      if ('lacks' in settings) return settings;
      const store = await requireStore(at);
      return 'lacks' in store ? store : { has: { store: store.has, whole: settings.has } };
    },
    look: ({ store, whole }, { surroundings, timeoutMs }, tells) =>
      sendTestPosts(store, whole, surroundings, timeoutMs, tells),
  }),
  defineCheck({
    name: 'backup',
    question: 'Is there a copy of the store that is recent, and that no other account may read?',
    needs: ({ options: { backup }, deployment: { store } }) =>
      backup === undefined
        ? unmetRequirement(createFinding(store?.kind === 'cosmos' ? 'backup-in-account' : 'backup-not-looked-for'))
        : { has: backup },
    look: (backup, { clock }, tells) => checkBackup(backup, clock, tells),
  }),
  defineCheck({
    name: 'address',
    question:
      'Does the public address resolve, is its certificate trusted, is the page there, and is every endpoint closed?',
    needs: ({ deployment: { publicHost: host, serverSettings: whole } }) => {
      if (host === undefined) return unmetRequirement(createFinding('address-not-named'));
      const server = new URL(`https://${host}`);
      return { has: { server, health: whole?.listen.health === undefined ? server : undefined } };
    },
    look: (seen, { clock, route }, tells) => checkServer(seen, clock, route, tells),
  }),
  defineCheck({
    name: 'page',
    question: 'Does the server hand out the page that two people signed?',
    deadlineMs: pageTimeoutMs,
    needs: ({ options }) =>
      options.page === undefined ? unmetRequirement(createFinding('page-not-compared')) : { has: options.page },
    look: (signed, { page }, tells) => checkServedPage(signed, page, tells),
  }),
];
