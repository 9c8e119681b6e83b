export type IAdaptiveCard = object;
