/** Below this there is no room for columns: each case becomes a card. */
export const narrowWidth = '(max-width: 52rem)';

/** The same for a style. */
export const narrow = `@media ${narrowWidth}` as const;
