/** How Teams stands around the tab: the client's own page, which the browser takes for `https://teams.microsoft.com`. */
export interface TeamsContext {
  readonly theme?: 'default' | 'dark' | 'contrast' | 'glass';
  readonly locale?: 'en-gb' | 'cy-gb';
  /** What a deep link asks for. */
  readonly subPage?: string;
  /** The kind of client that it says it is: on the web where it is missing. */
  readonly client?: 'web' | 'android';
  /** Whether the client answers only once the tests call `candourSpeak`, and until then not at all. */
  readonly isSilent?: boolean;
}

/** The address that the browser takes the tab's server for. The tests lead it to the server on this machine. */
export const tabOrigin = 'https://candour.example.org';
export const teamsOrigin = 'https://teams.microsoft.com';

interface MessageOfTab {
  readonly id?: number;
  readonly uuid?: unknown;
  readonly func?: string;
}

/** What the page of the client has beside its own: the tests' tokens, and what the tests change. */
interface ClientWindow {
  candourToken(): Promise<string>;
  candourTheme(theme: string): void;
  candourSpeak(): void;
}
declare const window: Window & ClientWindow;

/**
 * Runs in the page: the handshake of teams-js 2 with a client of Teams on the web, as far as the tab uses it. The flat
 * context is what clients of either generation answer with.
 */
function speakAsTeams(around: {
  readonly theme: string;
  readonly locale: string;
  readonly subPage: string;
  readonly client: string;
  readonly isSilent: boolean;
  readonly address: string;
}): void {
  const frame = document.querySelector('iframe');
  if (frame === null) return;
  const state = { theme: around.theme };
  const speaks = new Promise<void>((resolve) => {
    window.candourSpeak = resolve;
    if (!around.isSilent) resolve();
  });
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    supports: { app: {}, pages: { appButton: {}, tabs: {}, config: {}, backStack: {} }, teamsCore: {} },
  };
  const context = () => ({
    entityId: 'cases',
    subEntityId: around.subPage,
    subPageId: around.subPage,
    locale: around.locale,
    theme: state.theme,
    hostClientType: around.client,
    hostName: 'Teams',
    sessionId: 'session',
    appSessionId: 'session',
    ringId: 'general',
    frameContext: 'content',
  });
  const send = (message: object): void => frame.contentWindow?.postMessage(message, new URL(frame.src).origin);
  const answers: Readonly<Record<string, () => readonly unknown[] | Promise<readonly unknown[]> | undefined>> = {
    initialize: () => ['content', around.client, JSON.stringify(runtime), '2.58.0'],
    getContext: () => [context()],
    'authentication.getAuthToken': () =>
      window.candourToken().then(
        (token) => [true, token],
        () => [false, 'CancelledByUser'],
      ),
    registerHandler: () => undefined,
    'appInitialization.appLoaded': () => undefined,
    'appInitialization.success': () => undefined,
  };
  const reply = async ({ id, uuid, func = '' }: MessageOfTab): Promise<void> => {
    await speaks;
    const answer = answers[func];
    const args = answer ? await answer() : [false, { errorCode: 100, message: 'not supported' }];
    if (args !== undefined) send({ id, uuid, args });
  };
  window.addEventListener('message', (event: MessageEvent<MessageOfTab>) => {
    if (event.source !== frame.contentWindow || event.origin !== new URL(frame.src).origin) return;
    void reply(event.data);
  });
  window.candourTheme = (theme) => {
    state.theme = theme;
    send({ func: 'themeChange', args: [theme] });
  };
  // Only now: whatever the tab says first is heard.
  frame.src = around.address;
}

/** The client's page around the tab at an address. */
export function teamsWindowHtml(address: string, around: TeamsContext): string {
  const { theme = 'default', locale = 'en-gb', subPage = '', client = 'web', isSilent = false } = around;
  const script = `(${speakAsTeams.toString()})(${JSON.stringify({ theme, locale, subPage, client, isSilent, address })})`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Teams</title>
<style>html,body{margin:0;height:100%}iframe{display:block;border:0;width:100%;height:100vh}</style></head>
<body><iframe id="tab" title="Candour"></iframe><script>${script}</script></body></html>`;
}
