/** An Adaptive Card, ready to be sent. */
export type Card = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown };
