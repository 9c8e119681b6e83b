/** From the force's own people, or from an organisation that passes on a report. */
export const routes = ['staff', 'hub'] as const;
export type Route = (typeof routes)[number];
