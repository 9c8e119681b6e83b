import type { DevelopmentContext, MessageToHost, MessageToTab } from '../../contract/development-messages.ts';
import type { Host } from './host.ts';

/** For development; answers only windows of its own origin. */
export function connectDevelopmentHost(): Promise<Host> {
  const themes: ((theme: string) => void)[] = [];
  const tokens = new Map<number, (token: string | undefined) => void>();
  let asked = 0;

  const send = (message: MessageToHost): void => window.parent.postMessage(message, window.location.origin);
  const getToken = (): Promise<string> =>
    new Promise((resolve, reject) => {
      asked += 1;
      tokens.set(asked, (token) => (token === undefined ? reject(new Error('no token')) : resolve(token)));
      send({ candour: 'tokenWanted', id: asked });
    });
  const createHost = (context: DevelopmentContext): Host => ({
    locale: context.locale,
    theme: context.theme,
    subPage: context.subPage === '' ? undefined : context.subPage,
    closesOnFilePick: /Android/u.test(navigator.userAgent),
    getToken,
    onTheme: (listener) => void themes.push(listener),
  });

  return new Promise((resolve) => {
    window.addEventListener('message', (event: MessageEvent<MessageToTab>) => {
      if (event.source !== window.parent || event.origin !== window.location.origin) return;
      const message = event.data;
      if (message.candour === 'token') {
        tokens.get(message.id)?.(message.token);
        tokens.delete(message.id);
      } else if (message.candour === 'context') {
        resolve(createHost(message));
        for (const listener of themes) listener(message.theme);
      }
    });
    send({ candour: 'ready' });
  });
}
