import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Language } from '../../../core/model/language.ts';
import type { EnvironmentVariables } from '../../../bot/config/settings-schema.ts';
import type { DevelopmentPerson } from '../../../development/development-tenant.ts';
import { type DevelopmentServer, startDevelopment } from '../../../development/start-development.ts';
import { openPlayground, type PlaygroundPage } from '../browser/playground.ts';
import { openInTeamsHost } from '../browser/tab/teams-host-page.ts';
import type { TabPage } from '../browser/tab/tab-page.ts';

/** A server of development with its Playground, one person who sits at it, and the tabs of others beside it. */
export interface PlaygroundSession {
  readonly development: DevelopmentServer;
  /** Where the server keeps everything. */
  readonly folder: string;
  readonly person: PlaygroundPage;
  /** All that the server wrote. */
  readonly log: () => string;
  /** The tab of somebody, in a language. */
  open(who: DevelopmentPerson, language: Language): Promise<TabPage>;
  /** What the Playground and the tabs called an error. */
  readonly errors: () => readonly string[];
  stop(): Promise<void>;
}

/** Starts all of them, on a store of their own. Links are not tried: what is said of them is up to the network. */
export async function startPlaygroundSession(
  browser: Browser,
  environment: EnvironmentVariables = {},
): Promise<PlaygroundSession> {
  const folder = await mkdtemp(join(tmpdir(), 'candour-journey-'));
  const printed: string[] = [];
  const settings = {
    SQLITE_PATH: join(folder, 'candour.db'),
    PORT: '0',
    PLAYGROUND_PORT: '0',
    CHECK_LINKS: 'no',
    ...environment,
  };
  const development = await startDevelopment((line) => printed.push(line), settings);
  const person = await openPlayground(browser, development.playgroundUrl, { width: 1280, height: 1400 });
  const tabs: TabPage[] = [];
  return {
    development,
    folder,
    person,
    log: () => printed.join(''),
    async open(who, language) {
      const tab = await openInTeamsHost(browser, development.tabUrl, who, language);
      tabs.push(tab);
      return tab;
    },
    errors: () => [...person.errors(), ...tabs.flatMap(({ errors }) => errors)],
    async stop() {
      for (const tab of tabs) await tab.close();
      await person.close();
      await development.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
