// The words between the tab and the page of development that stands in for Teams. Both come from the same origin, and
// each takes messages of that origin and of the other's window alone.

/** The `<meta name="candour-host" content="development">` of the page that only development serves. */
export const developmentHostMeta = { name: 'candour-host', content: 'development' } as const;

/** A message of the tab to the window around it: it listens, or it wants a token for the person who was chosen. */
export type MessageToHost = { readonly candour: 'ready' } | { readonly candour: 'tokenWanted'; readonly id: number };

/** The names of Teams' themes that the page offers. */
export const developmentThemes = ['default', 'dark', 'contrast'] as const;
export type DevelopmentTheme = (typeof developmentThemes)[number];

/** The page's word on where the tab is. It comes after `ready`, and again for each change of theme. */
export interface DevelopmentContext {
  readonly candour: 'context';
  readonly theme: DevelopmentTheme;
  /** As Teams says it: `en-gb` or `cy-gb`. */
  readonly locale: string;
  /** The place that a deep link would open, as Teams' `subPageId`: `report`, `comeBack`, or empty. */
  readonly subPage: string;
}

/**
 * A message of the page to the tab. A `token` answers the `tokenWanted` of its id; without a token there was none to be
 * had. Where another person or language is chosen, the page loads the tab anew.
 */
export type MessageToTab =
  | DevelopmentContext
  | { readonly candour: 'token'; readonly id: number; readonly token?: string };
