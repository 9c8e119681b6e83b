/**
 * "1,234.5". Welsh writes numbers as British English does, and a browser without Welsh would write them as its machine's
 * language does.
 */
export const formatNumber = (value: number, digits = 3): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }).format(value);
