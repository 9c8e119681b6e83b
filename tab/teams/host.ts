/**
 * Everything that the tab needs of the client that it stands in. Nothing that it says is trusted: the server believes
 * tokens.
 */
export interface Host {
  /** As the client says it, such as `en-gb` or `cy-gb`. */
  readonly locale: string;
  /** The theme when the tab was opened: `default`, `dark`, `contrast`, `glass` or one that came later. */
  readonly theme: string;
  /** The place that a deep link asked for, `undefined` where there was none. */
  readonly subPage: string | undefined;
  /** The client ends the page where a file is chosen, so that none is asked for. */
  readonly endsForFiles: boolean;
  /** A token for the person who is signed in. The host keeps it as long as it is good. Rejects where there is none. */
  readonly getToken: () => Promise<string>;
  /** Calls back with the new theme, each time it changes. */
  readonly onTheme: (listener: (theme: string) => void) => void;
}
