import { orSayWhy } from '../bot/running/say-why.ts';
import { expectDevelopment } from './development-settings.ts';

// Asked before the page is built: among the settings of a force nothing is written at all.
await orSayWhy(async () => expectDevelopment(process.env));
