import type { Deployment } from '../../bot/config/checks/deployment.ts';
import type { AuthenticationSurroundings } from '../../bot/teams/authentication.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Clock } from '../../core/model/calendar.ts';
import type { PageContext } from '../page/command.ts';
import type { Route } from './http-probe.ts';
import type { MicrosoftWay } from './microsoft-probe.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { found } from './findings.ts';
import { lookAtPage, lookAtServer, lookAtServers } from './address.ts';
import { lookAtAlerts, lookAtPosts } from './alerts.ts';
import { lookAtKeys, lookAtRoles, lookAtSecret, lookAtSettings } from './settings.ts';
import { lookAtBackup, lookAtClock, lookAtFiles, lookAtStore, lookAtVersions, type OpenedStore } from './store.ts';
import { lookAtIssuers, lookAtToken, type TokenFor } from './token.ts';
import { lookAtRegistration } from './registration.ts';
import { type CheckRow, checkRow, lacks, type Need } from './run-checks.ts';

export interface LookedAt {
  readonly deployment: Deployment;
  readonly opening: Promise<OpenedStore>;
  readonly clock: Clock;
  readonly options: DoctorOptions;
  readonly page: Omit<PageContext, 'say'>;
  readonly route: Route;
  readonly way: MicrosoftWay | undefined;
  readonly tokenFor: TokenFor | undefined;
  readonly surroundings: AuthenticationSurroundings;
  readonly answerMs: number;
}

export const needSetting = <T>(value: T | undefined): Need<T> =>
  value === undefined ? lacks(found('not-looked-at', 'a setting for it')) : { has: value };

export async function needStore({ opening }: Pick<LookedAt, 'opening'>): Promise<Need<Store>> {
  const opened = await opening;
  return opened.kind === 'open' ? { has: opened.store } : lacks(found('not-looked-at', 'the store'));
}

/** There are seven channels at most, tried one after the other. */
const postsMs = 180_000;
/** The page has some two hundred files, fetched one by one. */
export const pageMs = 300_000;

type OfStore = Pick<LookedAt, 'deployment' | 'opening' | 'clock'>;
const monotonic = () => performance.now();

export const settingsCheck = checkRow({
  name: 'settings',
  asks: 'Would a server start with these settings, and does the bot’s certificate last?',
  needs: ({ deployment }: Pick<LookedAt, 'deployment' | 'clock'>) => ({ has: deployment }),
  look: (deployment, { clock }, tells) => lookAtSettings(deployment, clock, tells),
});

export const storeCheck = checkRow<Store, OfStore>({
  name: 'store',
  asks: 'Can the store be used, does it give back what is written, and how fast?',
  async needs({ opening }) {
    const opened = await opening;
    return opened.kind === 'open' ? { has: opened.store } : lacks(...opened.findings);
  },
  look: (store, { deployment, clock }, tells) => lookAtStore(store, deployment.store, { clock, monotonic }, tells),
});

export const filesCheck = checkRow<NonNullable<Deployment['files']>, OfStore>({
  name: 'files',
  asks: 'Can sealed files be kept, read and removed?',
  needs: ({ deployment }) => needSetting(deployment.files),
  look: (files, { clock }, tells) => lookAtFiles(files, clock, tells),
});

export const tokenCheck = checkRow({
  name: 'token',
  asks: 'Does the bot get a token for Teams, and one of its own?',
  needs: ({ deployment: { atMicrosoft: at }, tokenFor }: Pick<LookedAt, 'deployment' | 'tokenFor' | 'clock'>) =>
    at !== undefined && tokenFor === undefined
      ? lacks(found('microsoft-not-asked'))
      : needSetting(at && tokenFor && { at, tokenFor }),
  look: ({ at, tokenFor }, { clock }, tells) => lookAtToken(at, tokenFor, clock, tells),
});

export const checks: readonly CheckRow<LookedAt>[] = [
  settingsCheck,
  storeCheck,
  checkRow({
    name: 'keys',
    asks: 'Can each group be sealed to, and are its lines those on paper?',
    needs: ({ deployment }) => needSetting(deployment.recipients),
    look: (recipients, { options }, tells) => lookAtKeys(recipients, options.fingerprints, tells),
  }),
  checkRow({
    name: 'keys',
    asks: 'Is the secret the one of the servers?',
    needs: (at) => needStore(at),
    look: (store, { deployment: { secrets }, clock }, tells) =>
      secrets === undefined ? undefined : lookAtSecret(store, secrets, clock, tells),
  }),
  checkRow({
    name: 'roles',
    asks: 'Do the lists name enough people?',
    needs: ({ deployment }) => needSetting(deployment.roles),
    look: (roles, _, tells) => lookAtRoles(roles, tells),
  }),
  filesCheck,
  checkRow({
    name: 'clock',
    asks: 'Is the clock of this machine that of the store?',
    needs: (at) => needStore(at),
    look: (store, { clock }, tells) => lookAtClock(store, clock, tells),
  }),
  checkRow({
    name: 'entra',
    asks: 'Can the keys be fetched with which tokens are checked, and from where servers look?',
    needs: ({ deployment: { atMicrosoft: at }, way }) =>
      way === undefined ? lacks(found('microsoft-not-asked')) : needSetting(at && { at, way }),
    look: ({ at, way }, { clock }, tells) => lookAtIssuers(at, clock, way, tells),
  }),
  tokenCheck,
  checkRow({
    name: 'registration',
    asks: 'Are the registration in Entra and the bot in Azure as Candour needs them, and no more?',
    needs: ({ deployment: { atMicrosoft: at }, way, tokenFor }) =>
      way === undefined ? lacks(found('microsoft-not-asked')) : needSetting(at && tokenFor && { at, tokenFor, way }),
    look: (needed, { options, clock }, tells) => lookAtRegistration({ ...needed, lent: options.lent, clock }, tells),
  }),
  checkRow({
    name: 'versions',
    asks: 'Did a newer or an older version use the store last?',
    needs: (at) => needStore(at),
    look: (store, _, tells) => lookAtVersions(store, tells),
  }),
  checkRow({
    name: 'versions',
    asks: 'Do the servers that are named run this version?',
    needs: ({ options }) => ({ has: options.servers }),
    look: (servers, { answerMs }, tells) => lookAtServers(servers, answerMs, tells),
  }),
  checkRow({
    name: 'alerts',
    asks: 'Is there a channel for each alert, also outside staffed hours, and do alerts get there?',
    needs: (at) => needStore(at),
    look: (store, { deployment, clock }, tells) => lookAtAlerts(store, clock, deployment, tells),
  }),
  checkRow({
    name: 'posts',
    asks: 'Does a test post arrive in each channel? Only if it is asked for.',
    deadlineMs: postsMs,
    async needs(at) {
      const { options, deployment } = at;
      if (!options.post) return lacks(found('post-not-tried'));
      const settings = needSetting(deployment.whole);
      if ('lacks' in settings) return settings;
      const store = await needStore(at);
      return 'lacks' in store ? store : { has: { store: store.has, whole: settings.has } };
    },
    look: ({ store, whole }, { surroundings, answerMs }, tells) =>
      lookAtPosts(store, whole, surroundings, answerMs, tells),
  }),
  checkRow({
    name: 'backup',
    asks: 'Is there a copy of the store, new enough, whole, and for nobody else?',
    needs: ({ options: { backup }, deployment: { store } }) =>
      backup === undefined
        ? lacks(found(store?.kind === 'cosmos' ? 'backup-in-account' : 'backup-not-looked-for'))
        : { has: backup },
    look: (backup, { clock }, tells) => lookAtBackup(backup, clock, tells),
  }),
  checkRow({
    name: 'address',
    asks: 'Is the public address known, its certificate trusted, the page there, and every door shut?',
    needs: ({ deployment: { publicHost: host, whole } }) => {
      if (host === undefined) return lacks(found('address-not-named'));
      const server = new URL(`https://${host}`);
      return { has: { server, health: whole?.listening.health === undefined ? server : undefined } };
    },
    look: (seen, { clock, route }, tells) => lookAtServer(seen, clock, route, tells),
  }),
  checkRow({
    name: 'page',
    asks: 'Does the server hand out the page that two people signed?',
    deadlineMs: pageMs,
    needs: ({ options }) => (options.page === undefined ? lacks(found('page-not-compared')) : { has: options.page }),
    look: (signed, { page }, tells) => lookAtPage(signed, page, tells),
  }),
];
