import type { JWTVerifyGetKey } from 'jose';
import type { Server } from 'restify';
import type { FileStore } from '../concerns/ports/file-store.ts';
import type { Seal } from '../concerns/ports/seal.ts';
import type { StoreError } from '../concerns/ports/store-error.ts';
import type { Store } from '../concerns/ports/store.ts';
import type { Clock, Monotonic } from '../concerns/terms/clock.ts';
import type { Directory } from '../concerns/terms/directory.ts';
import type { BuildFolders } from '../contract/build.ts';
import type { AlertPace } from './alerts/target-budget.ts';
import type { TextReaderOptions } from './content/read-texts.ts';
import type { Servers } from './http/server.ts';
import type { EventLog } from './running/event-log.ts';
import type { Schedule } from './running/schedule.ts';
import type { CheckedAuthentication } from './teams/checked-authentication.ts';

/** Everything that a bot is put together of beside its settings. */
export interface AppDependencies {
  readonly store: Store;
  readonly seal: Seal;
  /** Where sealed files are kept; `undefined` where none are taken. Nobody who starts a server forgets to say. */
  readonly files: FileStore | undefined;
  readonly authentication: CheckedAuthentication;
  readonly log: EventLog;
  readonly clock: Clock;
  /** The process's own where it is missing. */
  readonly monotonic?: Monotonic;
  /** The keys that the tab's tokens are signed with; those that Entra publishes where they are missing. */
  readonly entraKeys?: JWTVerifyGetKey;
  /** Who holds which roles in the chat, where that is not what the settings say: in development one person plays everybody. */
  readonly chatDirectory?: Directory;
  /** Adds what else a server of development answers: the page that stands in for Teams around the tab. */
  readonly alsoServe?: (server: Server) => void;
  /** Where the tab's page stands; where `npm run build` puts it where they are missing. */
  readonly tabFolders?: BuildFolders;
  /** Where the partners' page stands; where `npm run build` puts it where they are missing. */
  readonly partnersFolders?: BuildFolders;
  /** Waits for milliseconds, for whoever is in too much of a hurry; a timer where it is missing. */
  readonly hold?: (ms: number) => Promise<unknown>;
  /** How much a channel of alerts is sent; what Teams takes is the measure if it is missing. */
  readonly alertPace?: AlertPace;
  /** How texts are read, where a test says it. */
  readonly texts?: TextReaderOptions;
  /** How long an answer and a post may take, in milliseconds; what Teams waits for is the measure where it is missing. */
  readonly patience?: { readonly answerMs: number; readonly postMs: number };
}

/** The whole bot: servers that do not listen yet, and the work that comes back by itself. */
export interface App extends Servers {
  readonly schedule: Schedule;
  /** Why no sealed file can be kept now; `undefined` where one can, or none are taken. */
  readonly filesTrouble: () => StoreError | undefined;
  /** Counts what is logged around the app, where there are metrics. */
  readonly counted?: EventLog;
  /**
   * Makes ready what must stand before the first turn. Throws StoreError, SecretError where the secret is another, or
   * TabNotBuiltError.
   */
  prepare(): Promise<void>;
}
