import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { type App, createApp } from '../../../bot/app.ts';
import type { AlertRate } from '../../../bot/jobs/channel-rate-limiter.ts';
import type { TextWorkerQueueOptions } from '../../../bot/content/text-worker-queue.ts';
import { createTeamsAuthentication } from '../../../bot/teams/teams-authentication.ts';
import { cloudNames, clouds } from '../../../bot/config/clouds.ts';
import { ensureDevelopmentKeys } from '../../../development/development-keys.ts';
import {
  loadDevelopmentServerSettings,
  loadServerSettings,
  type ServerSettings,
} from '../../../bot/config/server-settings.ts';
import { createDevelopmentRoleDirectory } from '../../../development/development-role-directory.ts';
import { developmentPeople, tabUsers } from '../../../development/development-tenant.ts';
import { createSimulatedTeamsHost } from '../../../development/simulated-teams-host.ts';
import { createEventLog } from '../../../bot/runtime/event-log.ts';
import { openFileStore } from '../../../bot/config/files-settings.ts';
import { openStore } from '../../../bot/config/open-store.ts';
import { type RunningServer, startApp } from '../../../bot/start-app.ts';
import type { FileStore } from '../../../core/ports/file-store.ts';
import type { TextSealer } from '../../../core/ports/seal.ts';
import type { Store } from '../../../core/ports/store.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { readIdentityFile } from '../../../crypto/node/identity-file.ts';
import type { KeyGroup } from '../../../core/model/public-keys.ts';
import type { BuildFolders } from '../../../contract/build-metadata.ts';
import type { AccountSettings } from '../../fakes/cosmos-account.ts';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import { createEntra, type Entra, type TokenSubject } from '../../fakes/entra.ts';
import { createOutboundCredentials } from '../../fakes/outbound-credentials.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { startTokenIssuer, type TokenIssuer } from '../../fakes/token-issuer.ts';
import { type OlderStore, installOlderStore, installOlderDocuments } from '../../storage/aged/older-store.ts';
import { createDatabase } from '../storage/cosmos-database.ts';
import { fastAlertRate } from '../jobs/fast-alert-rate.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';
import { createMovableClock, type MovableClock } from './movable-clock.ts';
import { createListedPeople } from './listed-people.ts';
import { type EntryPoint, newAppId, createBotSettings } from './bot-settings.ts';
import { type TabClient, createTabClient } from './tab-client.ts';

/** The whole bot, listening, with real parts and stand-ins for what lies beyond it. */
export interface RunningBot {
  readonly entryPoint: EntryPoint;
  /** Where the health checks are, where they have an address of their own. */
  readonly healthPort: () => number | undefined;
  /** Where Teams posts activities. Another after a restart. */
  readonly endpoint: () => string;
  readonly settings: ServerSettings;
  /** The settings as whoever runs it gave them, its account of Cosmos DB among them; without those of a restart. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The bot's own store. Another object after a restart. */
  readonly store: () => Store;
  /** The bot's own files. Another object after a restart. */
  readonly files: () => FileStore;
  readonly clock: MovableClock;
  /** The lines that the bot has logged. */
  readonly log: readonly string[];
  /** For how long turns were held back, in milliseconds: by the clock that stands still nobody waits. */
  readonly held: readonly number[];
  readonly connector: Connector;
  readonly issuer: TokenIssuer;
  /** What makes the tokens of the tab. */
  readonly entra: Entra;
  /** The account behind the store, where it is Cosmos DB. */
  readonly cosmos?: StrictCosmos;
  /** Where the SQLite file and the keys lie. */
  readonly folder: string;
  /** The private keys of each group, which the bot itself does not have. */
  readonly identities: Readonly<Record<KeyGroup, readonly string[]>>;
  /** What Teams writes into the Authorization header; empty where nothing is checked. */
  authorization(): Promise<string>;
  /** The tab of somebody with these roles: the lists give them those that only lists give, and a token the others. */
  tab(person: TokenSubject): TabClient;
  /** Looks for alerts that are due, as the schedule does by itself. */
  readonly postDueAlerts: () => void;
  /** Looks whether it is time to tell that a message was not genuine, as the schedule does by itself. */
  readonly checkForgeryNotices: () => void;
  /** Does a task of the schedule, as it does by itself. */
  readonly run: (task: string) => Promise<void>;
  /** What is answered at the bot's address, and what at that of the health checks, where they have one of their own. */
  readonly routes: () => { readonly public: readonly BotRoute[]; readonly health: readonly BotRoute[] };
  /** Stops the process's part and starts it again on the same store, with other settings where some are given. */
  restart(environment?: Readonly<Record<string, string>>): Promise<void>;
  /** Done when no restart is under way. Never rejects. */
  started(): Promise<void>;
  /** Ends everything and removes the folder. */
  stop(): Promise<void>;
}

interface BotRoute {
  readonly method: string;
  readonly path: string;
}

export interface BotOptions {
  /** The dialog door is production with real tokens, the chat door development without. */
  readonly entryPoint: EntryPoint;
  readonly store?: 'sqlite' | 'cosmos';
  /** How the account of Cosmos DB is set, in place of the stand-in's usual. */
  readonly account?: AccountSettings;
  /** A store that an earlier version made, with its keys, its settings and the time at which it was left. */
  readonly aged?: OlderStore;
  /** Settings in place of the usual ones. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Stands between the bot and its parts, to make them fail. */
  readonly wrapParts?: (parts: { readonly store: Store; readonly seal: TextSealer }) => {
    readonly store: Store;
    readonly seal: TextSealer;
  };
  /** Stands between the bot and its files, to make them fail. */
  readonly wrapFiles?: (files: FileStore) => FileStore;
  readonly timeouts?: { readonly answerMs: number; readonly postMs: number };
  /** How much a channel of alerts is sent; more than a test posts if it is missing. */
  readonly alertRate?: AlertRate;
  /** How texts are read, in place of the usual worker and its clock. */
  readonly texts?: TextWorkerQueueOptions;
  /** Where the tab's page stands, in place of the one that was built for all tests. */
  readonly tabFolders?: BuildFolders;
  readonly partnersFolders?: BuildFolders;
}

async function readIdentities(files: Readonly<Record<KeyGroup, string>>): Promise<RunningBot['identities']> {
  const read = async (group: KeyGroup) => (await readIdentityFile(files[group])).identities;
  const [acu, recovery, reserve, custodians] = await Promise.all([
    read('acu'),
    read('recovery'),
    read('reserve'),
    read('custodians'),
  ]);
  return { acu, recovery, reserve, custodians };
}

/** The secret that the settings name for the bot. */
const botPassword = ({ registration }: ServerSettings): string | undefined =>
  registration && 'password' in registration ? registration.password : undefined;

const cloudSchema = z.object({ BOT_CLOUD: z.enum(cloudNames).default('public') });

const routesSchema = z.record(z.string(), z.object({ method: z.string(), path: z.string() }));
const listRoutes = (server: App['server']): readonly BotRoute[] =>
  Object.values(routesSchema.parse(server.router.getDebugInfo()));

/** Starts the bot by the same functions as `npm run serve` and `npm start`, on a free port. */
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const {
    entryPoint,
    aged,
    store: kind = aged?.kind ?? 'sqlite',
    environment = aged?.said.environment ?? {},
  } = options;
  const folder = createTemporaryFolder();
  if (aged) installOlderStore(aged, folder);
  const clock = createMovableClock(aged && Date.parse(aged.said.at));
  let placedAt: number | undefined;
  const { BOT_CLOUD } = cloudSchema.parse(environment);
  const issuer = await startTokenIssuer({ appId: newAppId(), issuer: clouds[BOT_CLOUD].issuer });
  const connector = await startConnector(entryPoint === 'dialog' ? { isKnown: issuer.isIssued } : {});
  const keys = await ensureDevelopmentKeys(`${folder}/keys`);
  const identities = await readIdentities(keys.identityFiles);
  const surroundings = { door: entryPoint, folder, issuer, store: kind, recipients: keys.recipients };
  const given = { ...createBotSettings({ ...surroundings, serviceUrl: connector.serviceUrl }), ...environment };
  const load = (more: BotOptions['environment'] = {}): ServerSettings => ({
    ...(entryPoint === 'dialog' ? loadServerSettings : loadDevelopmentServerSettings)({ ...given, ...more }),
    ...(more['RECIPIENTS_ACU'] === undefined && { recipients: keys.recipients }),
  });
  const listing = createListedPeople();
  let settings = load();
  const cosmos =
    kind === 'cosmos'
      ? await startStrictCosmos({
          tls: true,
          ...(options.account && { account: options.account }),
          now: () => placedAt ?? clock.now().getTime(),
        })
      : undefined;
  const database = cosmos && (await createDatabase(cosmos));
  if (aged && cosmos && database) installOlderDocuments(cosmos, database.name, (ms) => void (placedAt = ms));
  const { tenantId, tab } = settings;
  const entra = listing.wrap(await createEntra({ tenantId, clientId: tab.clientId, clock: clock.now }));
  const lines: string[] = [];
  const held: number[] = [];
  const log = createEventLog((line) => lines.push(line), clock.now);
  const authorization = async (): Promise<string> =>
    entryPoint === 'chat' ? '' : `Bearer ${await issuer.token({ serviceurl: connector.serviceUrl })}`;

  async function start(): Promise<{
    running: RunningServer;
    store: Store;
    files: FileStore;
    look: (task: string) => void;
    run: (task: string) => Promise<void>;
    routes: ReturnType<RunningBot['routes']>;
  }> {
    const store = database
      ? database.open({
          clock: clock.now,
          monotonic: clock.monotonic,
          ...(settings.store.kind === 'cosmos' &&
            'key' in settings.store.credential && {
              credential: settings.store.credential,
            }),
        })
      : await openStore(settings.store, clock.now);
    const authentication =
      entryPoint === 'chat'
        ? createTeamsAuthentication(settings)
        : createTeamsAuthentication(settings, {
            metadataUrl: issuer.metadataUrl,
            credentials: createOutboundCredentials(issuer, botPassword(settings) ?? issuer.appSecret),
          });
    const files =
      (await openFileStore(settings.files, clock.now)) ?? createFolderFileStore(`${folder}/files`, clock.now);
    const app = await createApp(
      { ...settings, roles: listing.listsFor(settings.roles) },
      {
        files: (options.wrapFiles ?? ((its) => its))(files),
        ...(options.wrapParts ?? ((parts) => parts))({ store, seal: createAgeSealer(settings.recipients) }),
        authentication,
        log,
        clock: clock.now,
        monotonic: clock.monotonic,
        entraKeys: entra.keys,
        ...(entryPoint === 'chat' && { chatDirectory: createDevelopmentRoleDirectory(settings.roles) }),
        extendServer: createSimulatedTeamsHost((who) =>
          entra.token({ objectId: developmentPeople[who], ...tabUsers[who] }),
        ).serve,
        delay: async (ms) => void held.push(ms),
        alertRate: options.alertRate ?? fastAlertRate,
        ...(options.timeouts && { timeouts: options.timeouts }),
        ...(options.texts && { texts: options.texts }),
        ...(options.tabFolders && { tabFolders: options.tabFolders }),
        ...(options.partnersFolders && { partnersFolders: options.partnersFolders }),
      },
    );
    const running = await startApp(app, settings, store, log);
    return {
      running,
      store,
      files,
      look: (task) => app.scheduler.runNow(task),
      run: app.scheduler.run,
      routes: { public: listRoutes(app.server), health: app.health ? listRoutes(app.health) : [] },
    };
  }

  let current = await start();
  let started = Promise.resolve();
  const endpoint = () => `http://127.0.0.1:${current.running.port}/api/messages`;
  return {
    entryPoint,
    healthPort: () => current.running.healthPort,
    endpoint,
    get settings() {
      return settings;
    },
    environment: {
      ...given,
      ...(cosmos &&
        database && {
          COSMOS_ENDPOINT: cosmos.endpoint,
          COSMOS_KEY: cosmos.key,
          COSMOS_DATABASE: database.name,
        }),
    },
    store: () => current.store,
    files: () => current.files,
    clock,
    log: lines,
    held,
    connector,
    issuer,
    entra,
    tab: (person) => createTabClient({ entra, endpoint, identities }, person),
    ...(cosmos && { cosmos }),
    folder,
    identities,
    authorization,
    postDueAlerts: () => current.look('alerts'),
    checkForgeryNotices: () => current.look('doubts'),
    run: (task) => current.run(task),
    routes: () => current.routes,
    restart(environment = {}) {
      const again = async () => {
        await current.running.stop();
        settings = load(environment);
        current = await start();
      };
      const restarted = again();
      started = restarted.catch(() => undefined);
      return restarted;
    },
    started: () => started,
    async stop() {
      await current.running.stop();
      await Promise.all([connector.stop(), issuer.stop(), cosmos?.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
