import { app, authentication, HostClientType } from '@microsoft/teams-js';
import type { Host } from './host.ts';

export async function connectTeamsHost(): Promise<Host> {
  await app.initialize();
  const context = await app.getContext();
  app.notifySuccess().catch(() => undefined);
  return {
    locale: context.app.locale,
    theme: context.app.theme,
    subPage: context.page.subPageId === '' ? undefined : context.page.subPageId,
    closesOnFilePick: context.app.host.clientType === HostClientType.android,
    getToken: () => authentication.getAuthToken(),
    onTheme: (listener) => app.registerOnThemeChangeHandler(listener),
  };
}
