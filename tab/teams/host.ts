/** The tab's client, which is never trusted: the server believes only tokens. */
export interface Host {
  /** As the client says it, such as `en-gb` or `cy-gb`. */
  readonly locale: string;
  /** As at opening: `default`, `dark`, `contrast`, `glass` or a later one. */
  readonly theme: string;
  readonly subPage: string | undefined;
  readonly closesOnFilePick: boolean;
  /** The host caches the token as long as it is good. Rejects if there is none. */
  readonly getToken: () => Promise<string>;
  readonly onTheme: (listener: (theme: string) => void) => void;
}

export type ThemeName = 'light' | 'dark' | 'contrast';

/** Glass is dark; an unknown theme is light, Teams' default. */
export function parseThemeName(theme: string): ThemeName {
  if (theme === 'contrast') return 'contrast';
  return theme === 'dark' || theme === 'glass' ? 'dark' : 'light';
}
