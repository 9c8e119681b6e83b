/** Below this width each case becomes a card. */
export const narrowWidth = '(max-width: 52rem)';

export const narrow = `@media ${narrowWidth}` as const;
