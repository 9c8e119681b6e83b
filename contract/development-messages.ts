// Both windows have the same origin, and each accepts messages only from it and the other window.

export const developmentHostMeta = { name: 'candour-host', content: 'development' } as const;

export type MessageToHost = { readonly candour: 'ready' } | { readonly candour: 'tokenWanted'; readonly id: number };

export const developmentThemes = ['default', 'dark', 'contrast'] as const;
export type DevelopmentTheme = (typeof developmentThemes)[number];

export interface DevelopmentContext {
  readonly candour: 'context';
  readonly theme: DevelopmentTheme;
  readonly locale: string;
  readonly subPage: string;
}

/**
 * `token` answers the `tokenWanted` with its id, without a token if none could be had. For another person or language
 * the host loads the tab anew.
 */
export type MessageToTab =
  | DevelopmentContext
  | { readonly candour: 'token'; readonly id: number; readonly token?: string };
