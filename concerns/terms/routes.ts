/** The ways by which a report comes: from the force's own people, or from an organisation that passes on what it was told. */
export const routes = ['staff', 'hub'] as const;
export type Route = (typeof routes)[number];
